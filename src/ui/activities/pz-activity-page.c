/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-activity-page-private.h"

#include "pz-activity-words.h"
#include "pz-activity-edit.h"
#include "pz-conflict-strip.h"
#include "pz-flow-layout.h"
#include "pz-i18n.h"
#include "pz-spread-layout.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define COLUMN_GAP 24
#define MAIN_WIDTH 440 /* px, the least width of the cards while there is something beside them */

G_DEFINE_FINAL_TYPE (PzActivityPage, pz_activity_page, PZ_TYPE_DETAIL_PAGE)

static PzRecord *
get_owner (PzActivityPage *self)
{
  return pz_document_get_owner (self->activity);
}

/* ---- what is shown ---- */

/* "Tuesday, 24 November · 45 min · Groups" */
static char *
dup_subtitle (PzActivityPage   *self,
              const PzActivity *activity)
{
  guint32 today = pz_activity_words_get_today (self->classroom);
  g_autofree char *day = activity->every > 0 ? pz_activity_words_dup_repeats (activity, today)
                                             : pz_activity_words_dup_day (activity->day, today);
  g_autofree char *facts = pz_activity_words_dup_facts (activity, pz_classroom_get_document (self->classroom));
  const char *parts[3] = { day, *facts != '\0' ? facts : NULL, NULL };

  return pz_i18n_join_facts (parts);
}

static const char *
get_state (PzActivityPage   *self,
           const PzActivity *activity)
{
  if (activity->every > 0)
    return C_("activity", "Part of the regular week. Changes show on all days that are still planned; what was held stays.");
  if (activity->held)
    return C_("activity", "Held. Tap a learner who was absent.");
  if (activity->day != 0 && activity->day < pz_activity_words_get_today (self->classroom))
    return C_("activity", "Was it held? Until you say so, it does not count.");
  return C_("activity", "Planned");
}

/* and, where it is planned for a day without school, that nothing will come of it */
static char *
dup_state (PzActivityPage   *self,
           const PzActivity *activity)
{
  g_autofree char *no_school = pz_activity_words_dup_no_school (self->classroom, activity);

  return no_school != NULL ? g_strjoin ("\n", get_state (self, activity), no_school, NULL)
                           : g_strdup (get_state (self, activity));
}

static void
show_goals (PzActivityPage *self)
{
  g_auto(GStrv) ids = pz_record_dup_set (get_owner (self), PZ_ACTIVITY_GOALS);
  PzDocument *classroom = pz_classroom_get_document (self->classroom);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      PzRecord *goal = pz_document_find (classroom, ids[i]);

      if (goal != NULL && pz_record_get_record_type (goal) == PZ_RECORD_GOAL && !pz_record_is_deleted (goal))
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", pz_record_get_text (goal, PZ_GOAL_TITLE));
    }
  gtk_label_set_label (GTK_LABEL (self->goals), text->str);
  gtk_widget_set_visible (self->goals_box, text->len > 0);
  g_string_free (text, TRUE);
}

/* only where there are several */
static void
show_rounds (PzActivityPage *self)
{
  double rounds = pz_record_get_number (get_owner (self), PZ_ACTIVITY_ROUNDS);
  guint n = isnan (rounds) || rounds < 1 ? 1 : (guint) rounds;
  g_autoptr(GtkStringList) names = NULL;

  gtk_widget_set_visible (self->rounds, n > 1);
  if (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (self->rounds))) == n)
    return;
  names = gtk_string_list_new (NULL);
  for (guint i = 1; i <= n; i++)
    /* Translators: of several rounds in which the groups change, the one with this number */
    gtk_string_list_take (names, g_strdup_printf (C_("activity", "Round %u"), i));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->rounds), G_LIST_MODEL (names));
}

static void
round_chosen_cb (PzActivityPage *self)
{
  guint position = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rounds));

  if (self->cards == NULL || position == GTK_INVALID_LIST_POSITION)
    return;
  pz_activity_cards_set_round (PZ_ACTIVITY_CARDS (self->cards), position + 1);
  pz_activity_page_queue_judge (self);
}

/* Once: in a narrow window it stands, in full, below the header bar. */
static void
show_subtitle (PzActivityPage *self)
{
  gboolean below = pz_detail_page_get_collapsed (PZ_DETAIL_PAGE (self));

  adw_window_title_set_subtitle (self->title, below ? "" : gtk_label_get_label (GTK_LABEL (self->facts)));
}

static void
update (PzActivityPage *self)
{
  PzRecord *owner = get_owner (self);
  g_autoptr(PzActivity) activity = pz_activity_new (self->activity);
  const char *title = pz_activity_words_get_title (pz_record_get_text (owner, PZ_ACTIVITY_TITLE));
  const char *aims = pz_record_get_text (owner, PZ_ACTIVITY_AIMS);
  g_autofree char *subtitle = activity != NULL ? dup_subtitle (self, activity) : NULL;
  g_autofree char *state = activity != NULL ? dup_state (self, activity)
                                            : g_strdup (C_("activity", "This activity was deleted."));

  adw_window_title_set_title (self->title, title);
  pz_tip_set (GTK_WIDGET (self->title), subtitle != NULL ? subtitle : title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_label (GTK_LABEL (self->facts), subtitle != NULL ? subtitle : "");
  show_subtitle (self);
  gtk_label_set_label (GTK_LABEL (self->state), state);
  gtk_label_set_label (GTK_LABEL (self->aims), aims != NULL ? aims : "");
  gtk_widget_set_visible (self->aims_box, aims != NULL);
  show_goals (self);
  show_rounds (self);
  pz_activity_page_update_actions (self);
  gtk_widget_set_visible (self->held_button, g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), "hold"));
  gtk_widget_set_visible (self->add_button, g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), "add-group"));
  gtk_widget_set_visible (self->edit_button, g_action_group_get_action_enabled (G_ACTION_GROUP (self->actions), "edit"));
  gtk_widget_set_visible (self->cards, activity != NULL);
  pz_activity_page_update_groups (self);
}

/* participations are shown by the cards */
static void
changed_cb (PzActivityPage *self,
            PzRecord       *record)
{
  if (record == get_owner (self))
    update (self);
  else if (pz_record_get_record_type (record) == PZ_RECORD_GROUP)
    pz_activity_page_queue_update_groups (self);
  pz_activity_page_queue_judge (self);
}

static void
pz_activity_page_dispose (GObject *object)
{
  PzActivityPage *self = PZ_ACTIVITY_PAGE (object);

  pz_activity_page_close_projector (self);
  pz_activity_page_end_groups (self);
  g_clear_object (&self->classroom);
  g_clear_object (&self->activity);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (pz_activity_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-activity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, title);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, page);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, main);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, state_box);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, facts);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, state);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, first_box);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, form_button);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, held_button);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, side);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, aims_box);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, aims);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, goals_box);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, goals);
  gtk_widget_class_bind_template_child (widget_class, PzActivityPage, hint);
  gtk_widget_class_bind_template_callback (widget_class, round_chosen_cb);
}

static void
pz_activity_page_class_init (PzActivityPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pz_activity_page_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
pz_activity_page_init (PzActivityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_activity_page_add_actions (self);
  g_signal_connect (self, "notify::collapsed", G_CALLBACK (show_subtitle), NULL);
  gtk_widget_set_layout_manager (self->first_box, pz_flow_layout_new (9));
  gtk_widget_set_layout_manager (self->page, pz_spread_layout_new (COLUMN_GAP, MAIN_WIDTH));
}

/**
 * pz_activity_page_new:
 * @classroom: saves what is changed
 * @activity: the document of an activity
 *
 * Returns: (transfer floating): the page; it follows the document
 */
GtkWidget *
pz_activity_page_new (PzClassroom *classroom,
                      PzDocument  *activity)
{
  PzActivityPage *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (activity), NULL);

  self = g_object_new (PZ_TYPE_ACTIVITY_PAGE, NULL);
  self->classroom = g_object_ref (classroom);
  self->activity = g_object_ref (activity);
  self->cards = pz_activity_cards_new (classroom, activity);
  gtk_box_append (GTK_BOX (self->main), pz_conflict_strip_new (activity));
  pz_activity_page_add_groups (self);
  gtk_box_append (GTK_BOX (self->main), self->cards);
  g_signal_connect_object (activity, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (activity, "reloaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  pz_activity_page_queue_judge (self);
  return GTK_WIDGET (self);
}

/**
 * pz_activity_page_get_document:
 * @self: the page
 *
 * Returns: (transfer none): of the activity
 */
PzDocument *
pz_activity_page_get_document (PzActivityPage *self)
{
  g_return_val_if_fail (PZ_IS_ACTIVITY_PAGE (self), NULL);
  return self->activity;
}
