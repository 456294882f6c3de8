/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-line-row.h"

#include "pz-compat.h"
#include "pz-privacy.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>

struct _PzQuickLineRow
{
  GtkListBoxRow parent_instance;

  PzQuickSession *session;
  PzQuickLine *shown;

  GtkWidget *icon;
  GtkWidget *words;
  GtkWidget *problem;
  GtkWidget *again;
  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (PzQuickLineRow, pz_quick_line_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_icon (PzQuickLineState state)
{
  switch (state)
    {
    case PZ_QUICK_LINE_SAVED:
      return "object-select-symbolic";
    case PZ_QUICK_LINE_TAKEN_BACK:
      return "edit-undo-symbolic";
    case PZ_QUICK_LINE_UNSAVED:
    case PZ_QUICK_LINE_REFUSED:
      return "dialog-warning-symbolic";
    case PZ_QUICK_LINE_OPENING:
    case PZ_QUICK_LINE_SAVING:
    default:
      return "content-loading-symbolic";
    }
}

static const char *
get_icon_class (PzQuickLineState state)
{
  if (state == PZ_QUICK_LINE_SAVED)
    return "pz-good";
  return state == PZ_QUICK_LINE_UNSAVED || state == PZ_QUICK_LINE_REFUSED ? "pz-warning" : "pz-dim";
}

static char *
dup_words (PzQuickLineRow *self)
{
  g_autofree char *line = pz_quick_session_dup_shown_line (self->session, pz_quick_line_get_reading (self->shown), FALSE);

  if (pz_quick_line_get_state (self->shown) != PZ_QUICK_LINE_TAKEN_BACK)
    return g_steal_pointer (&line);
  /* Translators: %s is an entry, with the name of the learner */
  return g_strdup_printf (C_ ("quick entry", "Taken back: %s"), line);
}

static void
show_state (PzQuickLineRow *self)
{
  PzQuickLineState state = pz_quick_line_get_state (self->shown);
  const char *problem = pz_quick_line_get_problem (self->shown);
  const char *icon_classes[] = { get_icon_class (state), NULL };
  g_autofree char *words = dup_words (self);
  g_autofree char *undo = NULL, *label = NULL;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), get_icon (state));
  gtk_widget_set_css_classes (self->icon, (const char **) icon_classes);
  gtk_label_set_label (GTK_LABEL (self->words), words);
  pz_tip_set (self->words, words);
  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_widget_set_visible (self->again, problem != NULL);
  gtk_widget_set_visible (self->undo, pz_quick_line_can_undo (self->shown));
  /* Translators: for a screen reader, on a button; %s is the entry it takes back */
  undo = g_strdup_printf (C_ ("quick entry", "Undo: %s"), words);
  pz_widget_set_spoken_name (self->undo, undo);
  label = problem != NULL ? g_strconcat (words, " · ", problem, NULL) : g_strdup (words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
undo_clicked_cb (PzQuickLineRow *self)
{
  pz_quick_session_undo (self->session, self->shown);
}

static void
again_clicked_cb (PzQuickLineRow *self)
{
  g_autoptr(PzQuickLineRow) alive = g_object_ref (self);

  pz_quick_session_try_again (self->session, self->shown);
}

static void
pz_quick_line_row_dispose (GObject *object)
{
  PzQuickLineRow *self = PZ_QUICK_LINE_ROW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (pz_quick_line_row_parent_class)->dispose (object);
}

static void
pz_quick_line_row_class_init (PzQuickLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_quick_line_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-quick-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PzQuickLineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, PzQuickLineRow, words);
  gtk_widget_class_bind_template_child (widget_class, PzQuickLineRow, problem);
  gtk_widget_class_bind_template_child (widget_class, PzQuickLineRow, again);
  gtk_widget_class_bind_template_child (widget_class, PzQuickLineRow, undo);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
}

static void
pz_quick_line_row_init (PzQuickLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pz_quick_line_row_new:
 * @session: quick entry
 * @line: one of its lines
 *
 * Returns: (transfer none): the row of that line
 */
GtkWidget *
pz_quick_line_row_new (PzQuickSession *session,
                       PzQuickLine    *line)
{
  PzQuickLineRow *self;

  g_return_val_if_fail (PZ_IS_QUICK_SESSION (session) && PZ_IS_QUICK_LINE (line), NULL);

  self = g_object_new (PZ_TYPE_QUICK_LINE_ROW, NULL);
  self->session = g_object_ref (session);
  self->shown = g_object_ref (line);
  g_signal_connect_object (line, "notify::state", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
  return GTK_WIDGET (self);
}

/**
 * pz_quick_line_row_get_button:
 *
 * Returns: (transfer none): the button that takes the entry back
 */
GtkWidget *
pz_quick_line_row_get_button (PzQuickLineRow *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_LINE_ROW (self), NULL);
  return self->undo;
}
