/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-planned-page.h"

#include "pz-activity-words.h"
#include "pz-classroom-plan.h"
#include "pz-school-days.h"

#include <glib/gi18n-lib.h>

struct _PzPlannedPage
{
  PzDetailPage parent_instance;

  PzClassroom *classroom;
  PzDocument *regular;
  guint32 day;
  GSimpleActionGroup *actions;

  AdwWindowTitle *title;
  GtkWidget *facts;
  GtkWidget *sentence;
  GtkWidget *hold_row;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (PzPlannedPage, pz_planned_page, PZ_TYPE_DETAIL_PAGE)

static void
finish (PzPlannedPage *self,
        const char    *label,
        const char    *message)
{
  pz_classroom_queue_save (self->classroom, label);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undo", "s", message);
}

/* the page of the activity takes the place of this one */
static void
show_activity (PzPlannedPage *self,
               PzDocument    *activity)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-activity", "s", pz_document_get_id (activity));
}

static void
hold_cb (GSimpleAction *action,
         GVariant      *unused,
         gpointer       user_data)
{
  PzPlannedPage *self = PZ_PLANNED_PAGE (user_data);
  g_autoptr(PzDocument) activity = pz_classroom_plan_regular_day (self->classroom, self->regular, self->day);

  pz_classroom_hold_activity (self->classroom, activity);
  finish (self, C_("undo", "Confirmation of an activity"), _("The activity counts as held"));
  show_activity (self, activity);
}

static void
change_cb (GSimpleAction *action,
           GVariant      *unused,
           gpointer       user_data)
{
  PzPlannedPage *self = PZ_PLANNED_PAGE (user_data);
  g_autoptr(PzDocument) activity = pz_classroom_plan_regular_day (self->classroom, self->regular, self->day);

  finish (self, C_("undo", "Change of one day"), _("This day can be changed without changing the week"));
  show_activity (self, activity);
}

static void
leave_out_cb (GSimpleAction *action,
              GVariant      *unused,
              gpointer       user_data)
{
  PzPlannedPage *self = PZ_PLANNED_PAGE (user_data);

  pz_activity_leave_day_out (self->regular, self->day);
  finish (self, C_("undo", "A day left out"), _("Left out this day"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-back", NULL); /* the page is gone then */
}

static void
end_cb (GSimpleAction *action,
        GVariant      *unused,
        gpointer       user_data)
{
  PzPlannedPage *self = PZ_PLANNED_PAGE (user_data);

  pz_activity_end_repetition (self->regular, self->day - 1);
  finish (self, C_("undo", "End of a repetition"), _("Not planned from this day on"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-back", NULL); /* the page is gone then */
}

static void
regular_cb (GSimpleAction *action,
            GVariant      *unused,
            gpointer       user_data)
{
  PzPlannedPage *self = PZ_PLANNED_PAGE (user_data);

  show_activity (self, self->regular);
}

static const GActionEntry entries[] = {
  { .name = "hold", .activate = hold_cb },          { .name = "change", .activate = change_cb },
  { .name = "leave-out", .activate = leave_out_cb }, { .name = "end", .activate = end_cb },
  { .name = "show-regular", .activate = regular_cb },
};

static const char *
get_sentence (PzPlannedPage *self,
              guint32        today)
{
  g_autoptr(PzSchoolDays) days = pz_school_days_new (pz_document_get_owner (pz_classroom_get_document (self->classroom)));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, self->day);
  if (!pz_school_days_is_open (days, &date))
    return C_("activity", "There is no school on this day, so the regular week leaves it out.");
  return self->day <= today ? C_("activity", "The regular week planned it for this day. It counts once you say that it was held.")
                            : C_("activity", "The regular week plans it for this day.");
}

static void
update (PzPlannedPage *self)
{
  g_autoptr(PzActivity) activity = pz_activity_new (self->regular);
  guint32 today = pz_activity_words_get_today (self->classroom);
  g_autofree char *day = pz_activity_words_dup_day (self->day, today);
  gboolean writable = !pz_classroom_is_read_only (self->classroom) && activity != NULL;
  g_autofree char *facts = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions),
                                                                              entries[i].name)), writable);
  gtk_widget_set_visible (self->hold_row, self->day <= today); /* nobody held what is to come */
  gtk_widget_set_visible (self->rows, writable);
  if (activity == NULL)
    return;
  facts = pz_activity_words_dup_facts (activity, pz_classroom_get_document (self->classroom));
  adw_window_title_set_title (self->title, pz_activity_words_get_title (activity->title));
  adw_window_title_set_subtitle (self->title, day);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), pz_activity_words_get_title (activity->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  pz_activity_words_get_title (activity->title), -1);
  gtk_label_set_label (GTK_LABEL (self->facts), facts);
  gtk_widget_set_visible (self->facts, *facts != '\0');
  gtk_label_set_label (GTK_LABEL (self->sentence), get_sentence (self, today));
}

static void
pz_planned_page_dispose (GObject *object)
{
  PzPlannedPage *self = PZ_PLANNED_PAGE (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->regular);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (pz_planned_page_parent_class)->dispose (object);
}

static void
pz_planned_page_class_init (PzPlannedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pz_planned_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-planned-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzPlannedPage, title);
  gtk_widget_class_bind_template_child (widget_class, PzPlannedPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PzPlannedPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PzPlannedPage, hold_row);
  gtk_widget_class_bind_template_child (widget_class, PzPlannedPage, rows);
}

static void
pz_planned_page_init (PzPlannedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "planned", G_ACTION_GROUP (self->actions));
}

/**
 * pz_planned_page_new:
 * @classroom: saves what is changed
 * @regular: the document of a regular activity
 * @day: one of its days, as GDate counts days
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
pz_planned_page_new (PzClassroom *classroom,
                     PzDocument  *regular,
                     guint32      day)
{
  PzPlannedPage *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (regular) && day > 0, NULL);

  self = g_object_new (PZ_TYPE_PLANNED_PAGE, NULL);
  self->classroom = g_object_ref (classroom);
  self->regular = g_object_ref (regular);
  self->day = day;
  g_signal_connect_object (regular, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (regular, "reloaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
