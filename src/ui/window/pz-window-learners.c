/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-window-private.h"

#include "pz-absence-dialog.h"
#include "pz-check-in-dialog.h"
#include "pz-classroom-absence.h"
#include "pz-contact-dialog.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

/* The one learner whose page is shown, or whose goal is; when there is none, shows where one is chosen. */
static PzDocument *
get_shown (PzWindow *self)
{
  PzDocument *learner;

  if (pz_window_get_shown_learner (self) == NULL)
    pz_window_get_learners_view (self); /* one may be open there */
  learner = pz_window_get_shown_learner (self);
  if (learner == NULL)
    pz_window_show_message (self, _("Choose a learner first."));
  else
    pz_view_commit (pz_window_get_view (self));
  return learner;
}

static void
present_dialog (PzWindow  *self,
                GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
check_in_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzDocument *learner = get_shown (self);

  if (learner != NULL)
    present_dialog (self, pz_check_in_dialog_new (self->classroom, learner, NULL));
}

static void
absence_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzDocument *learner = get_shown (self);

  if (learner != NULL)
    present_dialog (self, pz_absence_dialog_new (self->classroom, learner, NULL));
}

static void
edit_names_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzLearnersView *view;

  if (!pz_window_needs_names (self))
    return;
  view = pz_window_get_learners_view (self);
  if (get_shown (self) != NULL)
    pz_learner_page_focus_name (pz_learners_view_get_page (view));
}

static void
new_contact_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  PzDocument *learner = pz_window_needs_names (self) ? get_shown (self) : NULL;

  if (learner != NULL)
    present_dialog (self, pz_contact_dialog_new (self->classroom, learner, NULL));
}

/* Learners who are marked absent, or not any more. */
typedef struct
{
  PzWindow *window;
  GStrv ids;
} Absentees;

static void
absentees_free (Absentees *absentees)
{
  g_object_unref (absentees->window);
  g_strfreev (absentees->ids);
  g_free (absentees);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Absentees, absentees_free)

static char *
dup_absent_message (PzClassroom        *classroom,
                    const char * const *ids,
                    gboolean            absent)
{
  PzIndex *index = pz_classroom_get_index (classroom);
  guint n = g_strv_length ((char **) ids);
  guint position;

  if (n == 1 && pz_index_find (index, ids[0], &position))
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), position);
      g_autofree char *name = pz_privacy_dup_row_name (row);

      /* Translators: %s is the name of a learner */
      return g_strdup_printf (absent ? _("%s is marked absent today")
                                     /* Translators: %s is the name of a learner */
                                     : _("%s is not marked absent any more"), name);
    }
  if (absent)
    return g_strdup_printf (ngettext ("%u learner marked absent today", "%u learners marked absent today", n), n);
  return g_strdup_printf (ngettext ("%u learner not marked absent any more", "%u learners not marked absent any more", n),
                          n);
}

static void
absence_toggled_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(Absentees) absentees = user_data;
  PzClassroom *classroom = PZ_CLASSROOM (source);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;
  gboolean absent;

  if (!pz_classroom_toggle_absence_finish (classroom, result, &absent, &error))
    {
      pz_window_show_error (absentees->window, error);
      return;
    }
  message = dup_absent_message (classroom, (const char * const *) absentees->ids, absent);
  /* undo is of the class that is shown */
  if (absentees->window->classroom == classroom)
    pz_window_show_undo (absentees->window, message);
}

static void
absent_today_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);
  g_auto(GStrv) ids = self->list != NULL ? pz_learner_list_dup_selected (self->list) : g_new0 (char *, 1);
  Absentees *absentees;
  GDate today;

  if (ids[0] == NULL)
    {
      pz_window_show_message (self, _("Choose a learner first."));
      return;
    }
  pz_view_commit (PZ_VIEW (pz_window_get_learners_view (self)));
  pz_environment_get_today (self->environment, &today);
  absentees = g_new0 (Absentees, 1);
  absentees->window = g_object_ref (self);
  absentees->ids = g_strdupv (ids);
  pz_classroom_toggle_absence_async (self->classroom, (const char * const *) ids, &today, C_("undo", "Absence today"),
                                     absence_toggled_cb, absentees);
}

static void
show_learner_cb (GSimpleAction *action,
                 GVariant      *id,
                 gpointer       user_data)
{
  PzWindow *self = PZ_WINDOW (user_data);

  if (self->classroom != NULL)
    pz_window_show_learner (self, g_variant_get_string (id, NULL));
}

/**
 * pz_window_add_learner_actions:
 * @self: the window
 *
 * The commands that write down what happens with a learner.
 */
void
pz_window_add_learner_actions (PzWindow *self)
{
  const GActionEntry actions[] = {
    { .name = "check-in", .activate = check_in_cb },
    { .name = "absence", .activate = absence_cb },
    { .name = "absent-today", .activate = absent_today_cb },
    { .name = "edit-names", .activate = edit_names_cb },
    { .name = "new-contact", .activate = new_contact_cb },
    { .name = "show-learner", .activate = show_learner_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
