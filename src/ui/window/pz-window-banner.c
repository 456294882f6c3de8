/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-class-rules.h"
#include "pz-columns-layout.h"
#include "pz-flow-layout.h"

#include <glib/gi18n-lib.h>

#define COLUMN_WIDTH 330 /* px, least width of text and of buttons while they stand side by side */

/* A trouble and the way out of it: the most pressing one is shown. */
typedef struct
{
  char *text;
  const char *button; /* NULL: there is nothing to do but to read */
  const char *action;
  gboolean copy;      /* offer to write everything to a file */
  gboolean delete;    /* offer to delete the class */
} Trouble;

static guint
count_damaged (PzClassroom *classroom)
{
  PzIndex *index = pz_classroom_get_index (classroom);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (index));
  guint n_damaged = 0;

  for (guint i = 0; i < n; i++)
    n_damaged += (pz_index_peek_flags (index, i) & PZ_INDEX_DAMAGED) != 0;
  return n_damaged;
}

static gboolean
find_unsaved (PzClassroom *classroom,
              Trouble     *trouble)
{
  const GError *error = pz_classroom_get_save_error (classroom);

  if (pz_classroom_get_save_state (classroom) != PZ_SAVE_FAILED)
    return FALSE;
  /* Translators: %s says why */
  trouble->text = g_strdup_printf (_("Your last changes are not saved yet: %s"), error != NULL ? error->message : "");
  trouble->button = _("_Retry");
  trouble->action = "win.save";
  trouble->copy = TRUE;
  return TRUE;
}

static gboolean
find_read_only (PzClassroom *classroom,
                Trouble     *trouble)
{
  const char *reason = pz_classroom_get_read_only_reason (classroom);

  if (!pz_classroom_is_read_only (classroom))
    return FALSE;
  trouble->text = g_strdup (reason != NULL ? reason : _("This class can be looked at but not changed here."));
  trouble->copy = TRUE;
  return TRUE;
}

static gboolean
find_damaged (PzClassroom *classroom,
              Trouble     *trouble)
{
  guint n = count_damaged (classroom);

  if (n == 0)
    return FALSE;
  /* Translators: %u is how many learners */
  trouble->text = g_strdup_printf (ngettext ("The file of %u learner cannot be read. All others are safe.",
                                             "The files of %u learners cannot be read. All others are safe.", n), n);
  trouble->button = _("_Check Class…");
  trouble->action = "win.check-class";
  return TRUE;
}

/* Nothing is wrong, and nothing is lost: it waits for somebody who knows what is right. */
static gboolean
find_conflicts (PzWindow *self,
                Trouble  *trouble)
{
  guint n = self->conflicts != NULL ? pz_conflict_count_get (self->conflicts) : 0;

  if (n == 0)
    return FALSE;
  /* Translators: %u is how many fields two devices wrote without seeing each other */
  trouble->text = g_strdup_printf (ngettext ("%u field differs between devices.", "%u fields differ between devices.", n), n);
  trouble->button = _("Re_view…");
  trouble->action = "win.conflicts";
  return TRUE;
}

/* The server wants something of a person. */
static gboolean
find_sync (PzWindow *self,
           Trouble  *trouble)
{
  PzSyncHelp help;

  if (self->keeper == NULL || !pz_sync_facts_find_help (pz_sync_keeper_get_facts (self->keeper), &help))
    return FALSE;
  trouble->text = help.text;
  trouble->button = help.label;
  trouble->action = help.action;
  return TRUE;
}

/* The day until which the class was to be kept has come: a question, which waits until nothing is wrong. */
static gboolean
find_kept_long (PzWindow *self,
                Trouble  *trouble)
{
  GDate today;

  pz_environment_get_today (self->environment, &today);
  if (!pz_class_is_past_keeping (pz_document_get_owner (pz_classroom_get_document (self->classroom)), &today))
    return FALSE;
  trouble->text = g_strdup (_("Is this class still needed? It was to be kept until now."));
  trouble->button = _("_Keep for Another Year");
  trouble->action = "win.keep-class";
  trouble->copy = TRUE;
  trouble->delete = TRUE;
  return TRUE;
}

/* Text and buttons side by side, or below each other where the window is narrow. */
static void
lay_out (PzWindow *self)
{
  GtkWidget *buttons = gtk_widget_get_parent (self->banner_button);

  if (PZ_IS_FLOW_LAYOUT (gtk_widget_get_layout_manager (buttons)))
    return;
  gtk_widget_set_layout_manager (buttons, pz_flow_layout_new (6));
  gtk_widget_set_layout_manager (gtk_widget_get_parent (buttons), pz_columns_layout_new (6, COLUMN_WIDTH, 2));
}

/**
 * pz_window_update_banner:
 * @self: the window
 *
 * Says what is wrong with the class, and offers what helps.
 */
void
pz_window_update_banner (PzWindow *self)
{
  Trouble trouble = { NULL };
  gboolean found = self->classroom != NULL
                   && (find_read_only (self->classroom, &trouble) || find_unsaved (self->classroom, &trouble)
                       || find_damaged (self->classroom, &trouble) || find_sync (self, &trouble)
                       || find_conflicts (self, &trouble)
                       || find_kept_long (self, &trouble));

  lay_out (self);
  /* what is over is not read out any more */
  gtk_label_set_label (GTK_LABEL (self->banner_label), found ? trouble.text : "");
  if (trouble.button != NULL)
    {
      gtk_button_set_label (GTK_BUTTON (self->banner_button), trouble.button);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner_button), trouble.action);
    }
  gtk_widget_set_visible (self->banner_button, trouble.button != NULL);
  gtk_widget_set_visible (self->banner_copy, trouble.copy);
  gtk_widget_set_visible (self->banner_delete, trouble.delete);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->banner), found);
  g_free (trouble.text);
}
