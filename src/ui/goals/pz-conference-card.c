/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conference-card.h"

#include "pz-check-in.h"
#include "pz-compat.h"
#include "pz-conference-look.h"
#include "pz-goal-chart.h"
#include "pz-goal-facts.h"
#include "pz-privacy.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define FIELD_HEIGHT 84 /* px, least height: three lines of the usual size */
#define MOST_HEIGHT 260 /* px; what is longer is scrolled */
#define FIELD_MARGIN 12

struct _PzConferenceCard
{
  AdwBin parent_instance;

  PzGoalFacts *facts;
  GtkWidget *box;
  GtkWidget *sentence;
  GtkWidget *chart;
  GtkWidget *latest;
  GtkWidget *heading;   /* above the field */
  GtkWidget *field;     /* around the text */
  GtkWidget *text;
  GtkWidget *problem;   /* why the words cannot be kept; hidden while they can */
  GtkWidget *button;
  GtkWidget *words;     /* those of before, newest first; hidden while there are none */
};

G_DEFINE_FINAL_TYPE (PzConferenceCard, pz_conference_card, ADW_TYPE_BIN)

/* ---- what the learner writes ---- */

static char *
dup_typed (PzConferenceCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static gboolean
says_nothing (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
show_problem (PzConferenceCard *self,
              const char       *problem)
{
  gtk_label_set_label (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
}

/* Only what says something can be kept; what is too long is said at once. */
static void
typed_cb (PzConferenceCard *self)
{
  g_autofree char *text = dup_typed (self);
  const PzCheckInDraft draft = { PZ_CHECK_IN_IS_SELF, NULL, text, NAN, pz_goal_facts_get_id (self->facts) };
  g_autoptr(GError) error = NULL;
  gboolean empty = says_nothing (text);

  gtk_widget_set_sensitive (self->button, !empty && pz_check_in_check (&draft, &error));
  show_problem (self, error != NULL ? error->message : NULL);
}

static gboolean
keep_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  pz_conference_card_keep (PZ_CONFERENCE_CARD (widget));
  return GDK_EVENT_STOP;
}

static void
keep_clicked_cb (PzConferenceCard *self)
{
  if (pz_conference_card_keep (self))
    gtk_widget_grab_focus (self->text);
}

/* ---- what is shown ---- */

static GtkWidget *
make_row (const PzConferenceWords *words)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *whole = g_strjoin (". ", words->day, words->text, NULL);

  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (words->day, "pz-dim"));
  gtk_box_append (GTK_BOX (box), pz_wrapping_label_new (words->text, NULL));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
  return row;
}

static void
show_words (PzConferenceCard *self,
            GPtrArray        *words)
{
  while (gtk_widget_get_first_child (self->words) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->words), gtk_widget_get_first_child (self->words));
  for (guint i = 0; i < words->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->words), make_row (words->pdata[i]));
  gtk_widget_set_visible (self->words, words->len > 0);
}

/* what can be written is as it was, however much changes around it */
static void
update (PzConferenceCard *self)
{
  PzClassroom *classroom = pz_goal_facts_get_classroom (self->facts);
  PzDocument *learner = pz_goal_facts_get_learner (self->facts);
  PzRecord *record = pz_goal_facts_get_goal (self->facts);
  gboolean locked = pz_classroom_is_read_only (classroom);
  g_auto(PzConferenceLook) look = { 0 };
  g_autoptr(PzConferenceGoal) goal = NULL;

  gtk_widget_set_visible (self->heading, !locked);
  gtk_widget_set_visible (self->field, !locked);
  gtk_widget_set_visible (self->button, !locked);
  if (record == NULL) /* who shows the card takes it away */
    return;
  pz_conference_look_init (&look, classroom, learner);
  goal = pz_conference_goal_new (learner, pz_classroom_get_document (classroom), record, &look);
  gtk_label_set_label (GTK_LABEL (self->sentence), goal->sentence);
  gtk_label_set_label (GTK_LABEL (self->latest), goal->latest);
  gtk_widget_set_visible (self->chart, goal->chart != NULL);
  show_words (self, goal->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, goal->sentence, -1);
}

static void
pz_conference_card_dispose (GObject *object)
{
  g_clear_object (&PZ_CONFERENCE_CARD (object)->facts);
  G_OBJECT_CLASS (pz_conference_card_parent_class)->dispose (object);
}

static void
pz_conference_card_class_init (PzConferenceCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_conference_card_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_field (PzConferenceCard *self)
{
  GtkScrolledWindow *scroller;
  GtkTextView *view;

  self->text = gtk_text_view_new ();
  view = GTK_TEXT_VIEW (self->text);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE); /* Tab leaves the field */
  gtk_text_view_set_top_margin (view, FIELD_MARGIN);
  gtk_text_view_set_bottom_margin (view, FIELD_MARGIN);
  gtk_text_view_set_left_margin (view, FIELD_MARGIN);
  gtk_text_view_set_right_margin (view, FIELD_MARGIN);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE); /* Ctrl+Z is the undo of the class */
  gtk_widget_add_css_class (self->text, "card");
  gtk_widget_add_css_class (self->text, "note-field");
  gtk_widget_add_css_class (self->text, "inset");
  self->field = gtk_scrolled_window_new ();
  scroller = GTK_SCROLLED_WINDOW (self->field);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_min_content_height (scroller, FIELD_HEIGHT);
  gtk_scrolled_window_set_max_content_height (scroller, MOST_HEIGHT);
  gtk_scrolled_window_set_child (scroller, self->text);
  gtk_widget_set_focusable (self->field, FALSE);
}

static void
add_own_words (PzConferenceCard *self)
{
  const char *title = C_("conference", "In your own words");

  self->heading = pz_wrapping_label_new (title, "heading");
  gtk_box_append (GTK_BOX (self->box), self->heading);
  make_field (self);
  gtk_box_append (GTK_BOX (self->box), self->field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->problem = pz_wrapping_label_new (NULL, "pz-warning");
  gtk_box_append (GTK_BOX (self->box), self->problem);
  self->button = gtk_button_new_with_mnemonic (C_("conference", "_Keep My Words"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->button, C_("conference", "Ctrl+Enter keeps them, too"));
  gtk_box_append (GTK_BOX (self->box), self->button);
  self->words = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->words), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->words, "pz-timeline");
  pz_widget_set_spoken_name (self->words, C_("conference", "What I said before"));
  gtk_box_append (GTK_BOX (self->box), self->words);
}

static void
add_keys (PzConferenceCard *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  /* before the text takes Enter for a new line */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                                                          gtk_callback_action_new (keep_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
pz_conference_card_init (PzConferenceCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->sentence = pz_wrapping_label_new (NULL, "pz-conference-goal");
  self->latest = pz_wrapping_label_new (NULL, NULL);
  gtk_box_append (GTK_BOX (self->box), self->sentence);
  gtk_box_append (GTK_BOX (self->box), self->latest);
  add_own_words (self);
  add_keys (self);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-goal-card");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * pz_conference_card_new:
 * @classroom: saves what is written
 * @learner: the document of a learner
 * @goal: id of a goal of the learner or of the class
 *
 * Returns: (transfer floating): the card; it follows the documents
 */
GtkWidget *
pz_conference_card_new (PzClassroom *classroom,
                        PzDocument  *learner,
                        const char  *goal)
{
  PzConferenceCard *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner) && goal != NULL, NULL);

  self = g_object_new (PZ_TYPE_CONFERENCE_CARD, NULL);
  self->facts = pz_goal_facts_new (classroom, learner, goal);
  self->chart = pz_goal_chart_new_plain (self->facts);
  gtk_box_insert_child_after (GTK_BOX (self->box), self->chart, self->sentence);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (keep_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  typed_cb (self);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_conference_card_get_goal:
 * @self: the card
 *
 * Returns: id of the goal
 */
const char *
pz_conference_card_get_goal (PzConferenceCard *self)
{
  g_return_val_if_fail (PZ_IS_CONFERENCE_CARD (self), NULL);
  return pz_goal_facts_get_id (self->facts);
}

/**
 * pz_conference_card_get_text:
 * @self: the card
 *
 * Returns: (transfer none): where the own words are typed
 */
GtkWidget *
pz_conference_card_get_text (PzConferenceCard *self)
{
  g_return_val_if_fail (PZ_IS_CONFERENCE_CARD (self), NULL);
  return self->text;
}

/**
 * pz_conference_card_keep:
 * @self: the card
 *
 * Keeps what was typed as a check-in of the learner about the goal, today, and empties the field. What cannot be kept
 * stays in the field.
 *
 * Returns: whether something was kept
 */
gboolean
pz_conference_card_keep (PzConferenceCard *self)
{
  g_autofree char *text = NULL;
  PzCheckInDraft draft = { PZ_CHECK_IN_IS_SELF, NULL, NULL, NAN, NULL };
  PzClassroom *classroom;

  g_return_val_if_fail (PZ_IS_CONFERENCE_CARD (self), FALSE);

  classroom = pz_goal_facts_get_classroom (self->facts);
  text = dup_typed (self);
  draft.text = text;
  draft.goal = pz_goal_facts_get_id (self->facts);
  if (says_nothing (text) || pz_classroom_is_read_only (classroom) || !pz_check_in_check (&draft, NULL))
    return FALSE;
  pz_check_in_add (pz_goal_facts_get_learner (self->facts), &draft);
  pz_classroom_queue_save (classroom, C_("undo", "Own words"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text)), "", -1);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undo", "s", _("Own words kept"));
  return TRUE;
}
