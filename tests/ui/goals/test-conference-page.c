/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-fixture.h"
#include "pz-check-in.h"
#include "pz-classroom-private.h"
#include "pz-conference-card.h"
#include "pz-conference-page.h"
#include "pz-conference-print.h"
#include "pz-goal-dot.h"
#include "pz-privacy.h"
#include "pz-view.h"

#include <glib/gstdio.h>

#define PEOPLE "Amina Yusuf;Mei Lin"

typedef struct
{
  GoalFixture goal;
  GtkWidget *window;
  GtkWidget *page;
  guint n_done;
  char *toast; /* said last */
} Case;

static void
toast_cb (GSimpleAction *action,
          GVariant      *message,
          gpointer       user_data)
{
  Case *self = user_data;

  g_free (self->toast);
  self->toast = g_variant_dup_string (message, NULL);
}

static void
done_cb (Case *self)
{
  self->n_done++;
}

static void
begin (Case      *self,
       UiFixture *ui)
{
  static const GActionEntry entries[] = { { .name = "show-undo", .parameter_type = "s", .activate = toast_cb } };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  goal_fixture_load (&self->goal, ui);
  self->toast = NULL;
  self->n_done = 0;
  self->page = pz_conference_page_new (ui->classroom, self->goal.learner);
  g_signal_connect_swapped (self->page, "done", G_CALLBACK (done_cb), self);
  self->window = ui_present (self->page, 900, 800);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

static void
end (Case      *self,
     UiFixture *ui)
{
  gtk_widget_insert_action_group (self->window, "win", NULL);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self->toast);
  goal_fixture_unload (&self->goal, ui);
}

static guint
count (GtkWidget *root,
       GType      type)
{
  guint n = G_OBJECT_TYPE (root) == type;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, type);
  return n;
}

static guint
count_cards (Case *self)
{
  return count (self->page, PZ_TYPE_CONFERENCE_CARD);
}

static PzConferenceCard *
get_card (Case  *self,
          guint  n)
{
  return PZ_CONFERENCE_CARD (ui_find (self->page, PZ_TYPE_CONFERENCE_CARD, n));
}

static void
type_words (PzConferenceCard *card,
            const char       *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (pz_conference_card_get_text (card))), text, -1);
}

static guint
count_own_words (Case *self)
{
  GListModel *records = pz_document_get_records (self->goal.learner, PZ_RECORD_CHECK_IN);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);

      n += !pz_record_is_deleted (record) && pz_check_in_get_draft (record).kind == PZ_CHECK_IN_IS_SELF;
    }
  return n;
}

static PzRecord *
add_goal (Case       *self,
          const char *title,
          const char *state)
{
  PzRecord *goal = pz_document_add (self->goal.learner, PZ_RECORD_GOAL);

  pz_record_set_text (goal, PZ_GOAL_TITLE, title);
  pz_record_set_text (goal, PZ_GOAL_STATE, state);
  return goal;
}

static void
test_shows_the_goal_and_its_points (UiFixture     *ui,
                                    gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  g_assert_true (goal_fixture_says (self.page, "Amina Yusuf"));
  g_assert_cmpuint (count_cards (&self), ==, 1);
  g_assert_cmpstr (pz_conference_card_get_goal (get_card (&self, 0)), ==, self.goal.id);
  g_assert_cmpuint (count (self.page, PZ_TYPE_GOAL_DOT), ==, 15);
  g_assert_true (pz_conference_page_get_learner (PZ_CONFERENCE_PAGE (self.page)) == self.goal.learner);
  end (&self, ui);
}

/* the course has a decision, strategies and notes on its points: none of them is here */
static void
test_does_not_judge (UiFixture     *ui,
                     gconstpointer  names)
{
  const char *const never[] = { "Cannot tell", "Why?", "Notes beside the data", "Need: decoding long words", "likely" };
  Case self;

  begin (&self, ui);
  for (gsize i = 0; i < G_N_ELEMENTS (never); i++)
    g_assert_false (goal_fixture_says (self.page, never[i]));
  end (&self, ui);
}

static void
test_keeps_own_words_as_one_step (UiFixture     *ui,
                                  gconstpointer  names)
{
  Case self;
  GtkWidget *button;
  g_autoptr(GError) error = NULL;

  begin (&self, ui);
  button = ui_find (GTK_WIDGET (get_card (&self, 0)), GTK_TYPE_BUTTON, 0);
  g_assert_false (gtk_widget_get_sensitive (button));
  type_words (get_card (&self, 0), " \n ");
  g_assert_false (gtk_widget_get_sensitive (button));
  type_words (get_card (&self, 0), "I can read <b>long</b> words & %s");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
  g_assert_cmpuint (count_own_words (&self), ==, 1);
  g_assert_cmpstr (self.toast, ==, "Own words kept");
  g_assert_true (goal_fixture_says (self.page, "I can read <b>long</b> words & %s"));
  g_assert_false (pz_conference_card_keep (get_card (&self, 0))); /* the field is empty again */
  ui_save (ui->classroom);
  g_assert_cmpstr (pz_classroom_get_undo_label (ui->classroom), ==, "Own words");
  g_assert_true (pz_classroom_undo (ui->classroom, &error));
  g_assert_no_error (error);
  ui_settle ();
  g_assert_cmpuint (count_own_words (&self), ==, 0);
  g_assert_false (goal_fixture_says (self.page, "I can read <b>long</b> words & %s"));
  end (&self, ui);
}

static void
test_what_is_too_long_is_said_and_stays (UiFixture     *ui,
                                         gconstpointer  names)
{
  g_autofree char *endless = g_strnfill (100000, 'x');
  Case self;

  begin (&self, ui);
  type_words (get_card (&self, 0), endless);
  g_assert_false (gtk_widget_get_sensitive (ui_find (GTK_WIDGET (get_card (&self, 0)), GTK_TYPE_BUTTON, 0)));
  g_assert_false (pz_conference_card_keep (get_card (&self, 0)));
  g_assert_cmpuint (count_own_words (&self), ==, 0);
  g_assert_cmpint (gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (
                       GTK_TEXT_VIEW (pz_conference_card_get_text (get_card (&self, 0))))), ==, 100000);
  type_words (get_card (&self, 0), "short");
  g_assert_true (pz_conference_card_keep (get_card (&self, 0)));
  end (&self, ui);
}

static void
test_leaving_keeps_what_was_typed (UiFixture     *ui,
                                   gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  type_words (get_card (&self, 0), "I like stories");
  g_assert_true (pz_view_go_back (PZ_VIEW (self.page)));
  g_assert_cmpuint (self.n_done, ==, 1);
  g_assert_cmpuint (count_own_words (&self), ==, 1);
  end (&self, ui);
}

static void
test_a_field_survives_what_changes_around_it (UiFixture     *ui,
                                              gconstpointer  names)
{
  Case self;
  PzConferenceCard *card;
  PzRecord *other;

  begin (&self, ui);
  card = get_card (&self, 0);
  type_words (card, "I am still wri");
  other = add_goal (&self, "Writes a story", "active");
  add_goal (&self, "Waits", "draft");
  ui_settle ();
  g_assert_cmpuint (count_cards (&self), ==, 2);
  pz_record_set_text (other, PZ_GOAL_STATE, "paused");
  ui_settle ();
  g_assert_cmpuint (count_cards (&self), ==, 1);
  g_assert_true (get_card (&self, 0) == card);
  g_assert_true (pz_conference_card_keep (card));
  end (&self, ui);
}

static void
test_without_goals_says_so (UiFixture     *ui,
                            gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  g_assert_false (gtk_widget_get_visible (ui_find (self.page, ADW_TYPE_STATUS_PAGE, 0)));
  pz_record_set_text (self.goal.goal, PZ_GOAL_STATE, "closed");
  ui_settle ();
  g_assert_cmpuint (count_cards (&self), ==, 0);
  g_assert_true (gtk_widget_get_visible (ui_find (self.page, ADW_TYPE_STATUS_PAGE, 0)));
  end (&self, ui);
}

static void
test_a_goal_without_points_has_no_chart (UiFixture     *ui,
                                         gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  add_goal (&self, "Writes a story", NULL);
  ui_settle (); /* a goal that does not say when it began comes first */
  g_assert_true (goal_fixture_says (GTK_WIDGET (get_card (&self, 0)), "Nothing has been measured yet."));
  g_assert_cmpuint (count (GTK_WIDGET (get_card (&self, 0)), PZ_TYPE_GOAL_DOT), ==, 0);
  end (&self, ui);
}

static void
test_hides_names_and_words (UiFixture     *ui,
                            gconstpointer  names)
{
  Case self;

  begin (&self, ui);
  type_words (get_card (&self, 0), "I like stories");
  g_assert_true (pz_conference_card_keep (get_card (&self, 0)));
  pz_privacy_set_hidden (TRUE);
  ui_settle ();
  g_assert_false (goal_fixture_says (self.page, "Amina Yusuf"));
  g_assert_false (goal_fixture_says (self.page, "I like stories"));
  g_assert_true (goal_fixture_says (self.page, "•••"));
  pz_privacy_set_hidden (FALSE);
  ui_settle ();
  g_assert_true (goal_fixture_says (self.page, "Amina Yusuf"));
  end (&self, ui);
}

/* what the printer gets, without a printer: a file */
static void
test_prints_one_page (UiFixture     *ui,
                      gconstpointer  names)
{
  Case self;
  g_autoptr(GtkPrintOperation) print = NULL;
  g_autofree char *path = g_build_filename (ui->folder, "amina.pdf", NULL);
  g_autofree char *pdf = NULL;
  g_autofree char *job = NULL;
  g_autoptr(GError) error = NULL;
  gsize size;

  begin (&self, ui);
  type_words (get_card (&self, 0), "I like stories");
  print = pz_conference_page_make_print (PZ_CONFERENCE_PAGE (self.page));
  g_assert_cmpuint (count_own_words (&self), ==, 1); /* what was being written is on the sheet */
  g_object_get (print, "job-name", &job, NULL);
  g_assert_null (strstr (job, "Amina"));
  gtk_print_operation_set_export_filename (print, path);
  g_assert_cmpint (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &pdf, &size, NULL));
  g_assert_cmpmem (pdf, MIN (size, 5), "%PDF-", 5);
  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpint (gtk_print_operation_get_n_pages_to_print (print), ==, 1);
  g_unlink (path);
  end (&self, ui);
}

static void
test_lets_everything_go (UiFixture     *ui,
                         gconstpointer  names)
{
  Case self;
  GtkWidget *page;

  begin (&self, ui);
  page = self.page;
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  pz_view_set_class (PZ_VIEW (self.page), NULL, NULL);
  g_assert_cmpuint (self.n_done, ==, 1);
  end (&self, ui);
  ui_settle ();
  g_assert_null (page);
}

static void
add_tests (void)
{
#define ADD(path, test) \
  g_test_add ("/ui/conference-page/" path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down)
  ADD ("shows-the-goal-and-its-points", test_shows_the_goal_and_its_points);
  ADD ("does-not-judge", test_does_not_judge);
  ADD ("keeps-own-words-as-one-step", test_keeps_own_words_as_one_step);
  ADD ("what-is-too-long-is-said-and-stays", test_what_is_too_long_is_said_and_stays);
  ADD ("leaving-keeps-what-was-typed", test_leaving_keeps_what_was_typed);
  ADD ("a-field-survives-what-changes-around-it", test_a_field_survives_what_changes_around_it);
  ADD ("without-goals-says-so", test_without_goals_says_so);
  ADD ("a-goal-without-points-has-no-chart", test_a_goal_without_points_has_no_chart);
  ADD ("hides-names-and-words", test_hides_names_and_words);
  ADD ("prints-one-page", test_prints_one_page);
  ADD ("lets-everything-go", test_lets_everything_go);
#undef ADD
}

int
main (int   argc,
      char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
