/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-page.h"

#include "pz-before-with-card.h"
#include "pz-conflict-strip.h"
#include "pz-decision-card.h"
#include "pz-flow-layout.h"
#include "pz-goal-chart-card.h"
#include "pz-goal-edit.h"
#include "pz-goal-facts.h"
#include "pz-goal-links.h"
#include "pz-goal-remarks.h"
#include "pz-goal-sentence.h"
#include "pz-goal-words.h"
#include "pz-learner.h"
#include "pz-measurement-dialog.h"
#include "pz-measurement-panel.h"
#include "pz-privacy.h"
#include "pz-spread-layout.h"

#include <glib/gi18n-lib.h>

#define COLUMN_GAP 24
#define MAIN_WIDTH 520 /* px, the least width of the chart while there is something beside it */

struct _PzGoalPage
{
  PzDetailPage parent_instance;

  PzGoalFacts *facts;
  PzStandardNames *standards;
  GtkWidget *panel;
  GSimpleActionGroup *actions;

  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkWidget *edit_button;
  GtkWidget *phase_button;
  GtkWidget *menu_button;
  GtkWidget *page;
  GtkWidget *main;
  GtkWidget *side;
  GtkWidget *sentence;
  GtkWidget *state;
  GtkWidget *links;
};

G_DEFINE_FINAL_TYPE (PzGoalPage, pz_goal_page, PZ_TYPE_DETAIL_PAGE)

/* ---- commands of the window, which others make ---- */

static GActionGroup *
find_window_actions (PzGoalPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return G_IS_ACTION_GROUP (root) ? G_ACTION_GROUP (root) : NULL;
}

/* A command says what it needs to know: nothing, the goal, or the learner and the goal. */
static void
run (PzGoalPage *self,
     const char *name)
{
  GActionGroup *group = find_window_actions (self);
  const GVariantType *type = group != NULL ? g_action_group_get_action_parameter_type (group, name) : NULL;
  const char *goal = pz_goal_facts_get_id (self->facts);
  GVariant *parameter = NULL;

  if (type != NULL && g_variant_type_equal (type, G_VARIANT_TYPE_STRING))
    parameter = g_variant_new_string (goal);
  else if (type != NULL && g_variant_type_equal (type, G_VARIANT_TYPE ("(ss)")))
    parameter = g_variant_new ("(ss)", pz_document_get_id (pz_goal_facts_get_learner (self->facts)), goal);
  if (group != NULL)
    g_action_group_activate_action (group, name, parameter);
}

static void
edit_clicked_cb (PzGoalPage *self)
{
  run (self, "edit-goal");
}

static void
phase_clicked_cb (PzGoalPage *self)
{
  run (self, "new-phase");
}

/* ---- what is shown ---- */

static gboolean
is_locked (PzGoalPage *self)
{
  return pz_goal_facts_get_goal (self->facts) == NULL
         || pz_classroom_is_read_only (pz_goal_facts_get_classroom (self->facts));
}

static PzGoalState
get_state (PzGoalPage *self)
{
  PzRecord *goal = pz_goal_facts_get_goal (self->facts);

  return goal != NULL ? pz_goal_state_from_name (pz_record_get_text (goal, PZ_GOAL_STATE)) : PZ_GOAL_IS_CLOSED;
}

static void
enable (PzGoalPage *self,
        const char *name,
        gboolean    enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

static void
update_commands (PzGoalPage *self)
{
  GActionGroup *group = find_window_actions (self);
  gboolean locked = is_locked (self);
  PzGoalState state = get_state (self);

  enable (self, "pause", !locked && state == PZ_GOAL_IS_ACTIVE);
  enable (self, "close", !locked && state != PZ_GOAL_IS_CLOSED);
  enable (self, "take-up", !locked && state != PZ_GOAL_IS_ACTIVE);
  gtk_widget_set_visible (self->menu_button, !locked);
  gtk_widget_set_visible (self->edit_button, !locked && group != NULL && g_action_group_has_action (group, "edit-goal"));
  gtk_widget_set_visible (self->phase_button, !locked && group != NULL && g_action_group_has_action (group, "new-phase"));
  gtk_widget_set_visible (self->panel, !locked && state != PZ_GOAL_IS_CLOSED);
}

static const char *
get_state_words (PzGoalState state)
{
  switch (state)
    {
    case PZ_GOAL_IS_DRAFT:
      return C_("goal", "This goal is a draft.");
    case PZ_GOAL_IS_PAUSED:
      return C_("goal", "This goal is paused.");
    case PZ_GOAL_IS_CLOSED:
      return C_("goal", "This goal is closed.");
    case PZ_GOAL_IS_ACTIVE:
    case PZ_N_GOAL_STATES:
    default:
      return NULL;
    }
}

static void
show_goal (PzGoalPage *self,
           PzRecord   *goal)
{
  PzDocument *learner = pz_goal_facts_get_learner (self->facts);
  g_autofree char *real_name = pz_learner_dup_display_name (pz_document_get_owner (learner));
  g_autofree char *name = pz_privacy_dup_name (pz_document_get_id (learner), real_name);
  const char *given = pz_record_get_text (pz_document_get_owner (learner), PZ_LEARNER_GIVEN_NAME);
  g_autofree char *called = pz_privacy_dup_name (pz_document_get_id (learner), given != NULL ? given : real_name);
  const char *state = get_state_words (get_state (self));
  g_autofree char *sentence = NULL;
  GDate today;

  pz_goal_facts_get_today (self->facts, &today);
  /* without what can be observed the sentence would only say the title again */
  if (!pz_record_is_empty (goal, PZ_GOAL_BEHAVIOUR))
    sentence = pz_goal_dup_sentence (goal, pz_goal_facts_get_measure (self->facts), called);
  else
    sentence = pz_goal_words_dup_line (goal, pz_goal_facts_get_measure (self->facts), &today);
  adw_window_title_set_title (self->title, pz_goal_words_get_title (goal));
  adw_window_title_set_subtitle (self->title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), pz_goal_words_get_title (goal));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, pz_goal_words_get_title (goal), -1);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->sentence, sentence != NULL);
  gtk_label_set_label (GTK_LABEL (self->state), state != NULL ? state : "");
  gtk_widget_set_visible (self->state, state != NULL);
}

static void
update (PzGoalPage *self)
{
  PzRecord *goal = pz_goal_facts_get_goal (self->facts);

  if (goal != NULL)
    show_goal (self, goal);
  else
    {
      gtk_label_set_label (GTK_LABEL (self->state), C_("goal", "This goal was deleted."));
      gtk_widget_set_visible (self->state, TRUE);
    }
  pz_goal_links_fill (self->links, self->facts, self->standards);
  update_commands (self);
}

/* ---- measurements ---- */

static void
open_cb (PzGoalPage *self,
         PzRecord   *measurement)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (pz_privacy_is_hidden () || pz_goal_facts_get_goal (self->facts) == NULL)
    return;
  dialog = pz_measurement_dialog_new (self->facts, measurement);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
remove_cb (PzGoalPage *self,
           PzRecord   *measurement)
{
  if (!is_locked (self))
    pz_goal_edit_remove (GTK_WIDGET (self), self->facts, measurement);
}

/* ---- state ---- */

static void
pause_cb (GSimpleAction *action,
          GVariant      *unused,
          gpointer       self)
{
  pz_goal_edit_set_state (self, PZ_GOAL_PAGE (self)->facts, PZ_GOAL_IS_PAUSED);
}

static void
close_cb (GSimpleAction *action,
          GVariant      *unused,
          gpointer       self)
{
  pz_goal_edit_set_state (self, PZ_GOAL_PAGE (self)->facts, PZ_GOAL_IS_CLOSED);
}

static void
take_up_cb (GSimpleAction *action,
            GVariant      *unused,
            gpointer       self)
{
  pz_goal_edit_set_state (self, PZ_GOAL_PAGE (self)->facts, PZ_GOAL_IS_ACTIVE);
}

static const GActionEntry entries[] = {
  { .name = "pause", .activate = pause_cb },
  { .name = "close", .activate = close_cb },
  { .name = "take-up", .activate = take_up_cb },
};

/* which commands there are is known in a window */
static void
pz_goal_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pz_goal_page_parent_class)->root (widget);
  update_commands (PZ_GOAL_PAGE (widget));
}

static void
pz_goal_page_dispose (GObject *object)
{
  PzGoalPage *self = PZ_GOAL_PAGE (object);

  g_clear_object (&self->facts);
  g_clear_object (&self->standards);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (pz_goal_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-goal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, title);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, back_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, edit_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, phase_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, page);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, main);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, side);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, state);
  gtk_widget_class_bind_template_child (widget_class, PzGoalPage, links);
  gtk_widget_class_bind_template_callback (widget_class, edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, phase_clicked_cb);
}

static void
pz_goal_page_class_init (PzGoalPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = pz_goal_page_dispose;
  GTK_WIDGET_CLASS (klass)->root = pz_goal_page_root;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
pz_goal_page_init (PzGoalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "goal", G_ACTION_GROUP (self->actions));
  gtk_widget_set_layout_manager (self->page, pz_spread_layout_new (COLUMN_GAP, MAIN_WIDTH));
  gtk_widget_set_layout_manager (self->links, pz_flow_layout_new (6));
}

static void
add_parts (PzGoalPage *self)
{
  GtkWidget *chart = pz_goal_chart_card_new (self->facts);
  GtkWidget *strip = pz_conflict_strip_new (NULL);
  const char *goal = pz_goal_facts_get_id (self->facts);

  pz_conflict_strip_follow (PZ_CONFLICT_STRIP (strip), pz_goal_facts_get_learner (self->facts), goal);
  pz_conflict_strip_follow (PZ_CONFLICT_STRIP (strip),
                            pz_classroom_get_document (pz_goal_facts_get_classroom (self->facts)), goal);
  gtk_box_append (GTK_BOX (self->main), strip);
  g_signal_connect_object (chart, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (chart, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->main), chart);
  gtk_box_append (GTK_BOX (self->main), pz_decision_card_new (self->facts));
  gtk_box_append (GTK_BOX (self->main), pz_before_with_card_new (self->facts));
  self->panel = pz_measurement_panel_new (self->facts);
  gtk_box_prepend (GTK_BOX (self->side), self->panel);
  gtk_box_append (GTK_BOX (self->side), pz_goal_remarks_new (self->facts));
}

/**
 * pz_goal_page_new:
 * @classroom: saves what is changed
 * @learner: the document of a learner
 * @goal: id of a goal of the learner or of the class
 *
 * Returns: (transfer floating): the page; it follows the documents
 */
GtkWidget *
pz_goal_page_new (PzClassroom *classroom,
                  PzDocument  *learner,
                  const char  *goal)
{
  PzGoalPage *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner) && goal != NULL, NULL);

  self = g_object_new (PZ_TYPE_GOAL_PAGE, NULL);
  self->facts = pz_goal_facts_new (classroom, learner, goal);
  self->standards = pz_standard_names_new (classroom);
  g_signal_connect_object (self->standards, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  add_parts (self);
  g_signal_connect_object (self->facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* all parts write names and notes anew */
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (pz_goal_facts_update), self->facts,
                           G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_goal_page_get_goal:
 * @self: the page
 *
 * Returns: id of the goal
 */
const char *
pz_goal_page_get_goal (PzGoalPage *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_PAGE (self), NULL);
  return pz_goal_facts_get_id (self->facts);
}

/**
 * pz_goal_page_get_learner:
 * @self: the page
 *
 * Returns: (transfer none): the document of the learner
 */
PzDocument *
pz_goal_page_get_learner (PzGoalPage *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_PAGE (self), NULL);
  return pz_goal_facts_get_learner (self->facts);
}

/**
 * pz_goal_page_focus_value:
 * @self: the page
 *
 * Puts the keyboard focus where a new value is typed.
 */
void
pz_goal_page_focus_value (PzGoalPage *self)
{
  g_return_if_fail (PZ_IS_GOAL_PAGE (self));

  if (gtk_widget_get_visible (self->panel))
    pz_measurement_form_focus (pz_measurement_panel_get_form (PZ_MEASUREMENT_PANEL (self->panel)));
}
