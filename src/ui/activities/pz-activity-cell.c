/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-cell.h"

#include "pz-activity-words.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>

struct _PzActivityCell
{
  GtkBox parent_instance;

  GtkWidget *heading;
  GtkWidget *card;
  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *regular; /* icon */
  GtkWidget *state;
};

G_DEFINE_FINAL_TYPE (PzActivityCell, pz_activity_cell, GTK_TYPE_BOX)

static void
pz_activity_cell_class_init (PzActivityCellClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "activitycell");
}

static void
pz_activity_cell_init (PzActivityCell *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->heading = pz_wrapping_label_new (NULL, "heading");
  gtk_widget_add_css_class (self->heading, "pz-day-heading");
  self->card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->card, "pz-day-card");
  self->title = pz_wrapping_label_new (NULL, NULL);
  self->facts = pz_wrapping_label_new (NULL, "caption");
  gtk_widget_add_css_class (self->facts, "pz-dim");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), self->title);
  gtk_box_append (GTK_BOX (texts), self->facts);
  self->regular = gtk_image_new_from_icon_name ("view-refresh-symbolic");
  gtk_widget_set_tooltip_text (self->regular, C_("activity", "Regular week"));
  gtk_widget_add_css_class (self->regular, "pz-dim");
  self->state = pz_wrapping_label_new (NULL, "caption");
  gtk_label_set_wrap (GTK_LABEL (self->state), FALSE);
  gtk_box_append (GTK_BOX (self->card), texts);
  gtk_box_append (GTK_BOX (self->card), self->regular);
  gtk_box_append (GTK_BOX (self->card), self->state);
  gtk_box_append (GTK_BOX (self), self->heading);
  gtk_box_append (GTK_BOX (self), self->card);
}

/**
 * pz_activity_cell_new:
 *
 * Returns: (transfer floating): a cell without an activity
 */
GtkWidget *
pz_activity_cell_new (void)
{
  return g_object_new (PZ_TYPE_ACTIVITY_CELL, NULL);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * pz_activity_cell_bind:
 * @self: the cell
 * @item: an activity on its day
 * @classroom: the class
 *
 * Shows the activity.
 */
void
pz_activity_cell_bind (PzActivityCell *self,
                       PzActivityItem *item,
                       PzClassroom    *classroom)
{
  const PzActivity *activity;
  g_autofree char *facts = NULL;
  g_autofree char *day = NULL;
  guint32 today;

  g_return_if_fail (PZ_IS_ACTIVITY_CELL (self) && PZ_IS_ACTIVITY_ITEM (item) && PZ_IS_CLASSROOM (classroom));

  today = pz_activity_words_get_today (classroom);
  activity = pz_activity_item_get_activity (item);
  facts = pz_activity_words_dup_facts (activity, pz_classroom_get_document (classroom));
  day = pz_activity_words_dup_day (pz_activity_item_get_day (item), today);
  gtk_label_set_label (GTK_LABEL (self->heading), day);
  gtk_label_set_label (GTK_LABEL (self->title), pz_activity_words_get_title (activity->title));
  gtk_label_set_label (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, *facts != '\0');
  gtk_widget_set_visible (self->regular, pz_activity_item_is_regular (item));
  gtk_label_set_label (GTK_LABEL (self->state), pz_activity_words_get_state (item, today));
  set_class (self->state, "pz-good", pz_activity_item_is_held (item));
  set_class (self->state, "pz-dim", !pz_activity_item_is_held (item));
  set_class (self->card, "planned", !pz_activity_item_is_held (item));
  set_class (self->heading, "today", pz_activity_item_get_day (item) == today);
}

/**
 * pz_activity_cell_set_place:
 * @self: the cell
 * @first: whether it is the first row of its day, which shows the day
 * @last: whether it is the last row of its day
 */
void
pz_activity_cell_set_place (PzActivityCell *self,
                            gboolean        first,
                            gboolean        last)
{
  g_return_if_fail (PZ_IS_ACTIVITY_CELL (self));

  gtk_widget_set_visible (self->heading, first);
  set_class (self->card, "first", first);
  set_class (self->card, "last", last);
}
