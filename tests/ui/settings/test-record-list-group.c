/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-draft-entry.h"
#include "pz-position.h"
#include "pz-record-dialog.h"
#include "pz-record-list-group.h"
#include "ui-fixture.h"

static PzDocument *
get_document (UiFixture *fixture)
{
  return pz_classroom_get_document (fixture->classroom);
}

static PzRecord *
add_level (UiFixture  *fixture,
           const char *name)
{
  PzRecord *level = pz_document_add (get_document (fixture), PZ_RECORD_LEVEL);

  pz_record_set_text (level, PZ_LEVEL_NAME, name);
  pz_position_append (get_document (fixture), level);
  return level;
}

static void
assert_rows (GtkWidget  *group,
             const char *names)
{
  g_autoptr(GString) shown = g_string_new (NULL);

  ui_settle ();
  for (guint i = 0; i < pz_record_list_group_get_n (PZ_RECORD_LIST_GROUP (group)); i++)
    g_string_append (shown, adw_preferences_row_get_title (
      ADW_PREFERENCES_ROW (pz_record_list_group_get_row (PZ_RECORD_LIST_GROUP (group), i))));
  g_assert_cmpstr (shown->str, ==, names);
}

static GtkWidget *
find_button (GtkWidget *row,
             guint      n)
{
  return ui_find (row, GTK_TYPE_BUTTON, n);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_orders (UiFixture     *fixture,
             gconstpointer  data)
{
  GtkWidget *group, *window;
  const char *names[] = { "A", "B", "C" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    add_level (fixture, names[i]);
  ui_save (fixture->classroom);
  group = pz_record_list_group_new (fixture->classroom, PZ_RECORD_LEVEL);
  window = ui_present (group, 480, 400);
  assert_rows (group, "ABC");
  g_assert_false (gtk_widget_get_sensitive (find_button (pz_record_list_group_get_row (PZ_RECORD_LIST_GROUP (group), 0), 0)));
  g_signal_emit_by_name (find_button (pz_record_list_group_get_row (PZ_RECORD_LIST_GROUP (group), 0), 1), "clicked");
  assert_rows (group, "BAC");
  pz_record_list_group_move (PZ_RECORD_LIST_GROUP (group), 2, 0); /* as a drop does */
  assert_rows (group, "CBA");
  ui_save (fixture->classroom);
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  assert_rows (group, "ABC"); /* both moves came within one pause */
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_makes_changes_deletes (UiFixture     *fixture,
                            gconstpointer  data)
{
  GtkWidget *group = pz_record_list_group_new (fixture->classroom, PZ_RECORD_LEVEL);
  GtkWidget *window = ui_present (group, 480, 400);
  g_autoptr(GPtrArray) levels = NULL;
  GtkWidget *dialog;
  guint n_deleted = 0;

  g_signal_connect_swapped (group, "deleted", G_CALLBACK (count_cb), &n_deleted);
  dialog = pz_record_list_group_open (PZ_RECORD_LIST_GROUP (group), NULL);
  pz_record_dialog_save (PZ_RECORD_DIALOG (dialog)); /* a level needs a name: the dialog stays and says so */
  g_assert_nonnull (pz_form_get_problem (pz_record_dialog_get_form (PZ_RECORD_DIALOG (dialog)), PZ_LEVEL_NAME));
  gtk_editable_set_text (GTK_EDITABLE (ui_find (dialog, PZ_TYPE_DRAFT_ENTRY, 0)), "<b>A & B</b>");
  pz_record_dialog_save (PZ_RECORD_DIALOG (dialog));
  assert_rows (group, "<b>A & B</b>");
  dialog = pz_record_list_group_open (PZ_RECORD_LIST_GROUP (group), NULL);
  pz_record_set_text (pz_record_dialog_get_draft (PZ_RECORD_DIALOG (dialog)), PZ_LEVEL_NAME, " <B>A & b</b>");
  pz_record_dialog_save (PZ_RECORD_DIALOG (dialog));
  g_assert_nonnull (pz_form_get_problem (pz_record_dialog_get_form (PZ_RECORD_DIALOG (dialog)), PZ_LEVEL_NAME));
  gtk_window_destroy (GTK_WINDOW (dialog)); /* cancelled: nothing is made */
  ui_save (fixture->classroom);
  levels = pz_position_list (get_document (fixture), PZ_RECORD_LEVEL);
  g_assert_cmpuint (levels->len, ==, 1);
  dialog = pz_record_list_group_open (PZ_RECORD_LIST_GROUP (group), levels->pdata[0]);
  pz_record_dialog_delete (PZ_RECORD_DIALOG (dialog));
  assert_rows (group, "");
  g_assert_cmpuint (n_deleted, ==, 1);
  ui_save (fixture->classroom);
  g_assert_true (pz_classroom_undo (fixture->classroom, NULL));
  assert_rows (group, "<b>A & B</b>");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
any_label_begins (GtkWidget  *root,
                  const char *text)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_visible (root) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (any_label_begins (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
says_two (gpointer dialog)
{
  return any_label_begins (dialog, "2 ");
}

static void
test_says_uses (UiFixture     *fixture,
                gconstpointer  data)
{
  PzRecord *lens = pz_document_add (get_document (fixture), PZ_RECORD_LENS);
  PzIndex *index = pz_classroom_get_index (fixture->classroom);
  g_autofree char *value = g_strconcat (pz_record_get_id (lens), ":some", NULL);
  GtkWidget *dialog;

  pz_record_set_text (lens, PZ_LENS_NAME, "Support");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(PzDocument) learner = pz_classroom_load (fixture->classroom, PZ_DOCUMENT_LEARNER, pz_index_peek_id (index, i), NULL);

      pz_record_set_add (pz_document_get_owner (learner), PZ_LEARNER_LENS_VALUES, value);
      ui_save (fixture->classroom);
    }
  dialog = pz_record_dialog_new (fixture->classroom, PZ_RECORD_LENS, lens);
  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_true (ui_wait (says_two, dialog));
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_phrases_alone (UiFixture     *fixture,
                    gconstpointer  data)
{
  PzRecord *goal = pz_document_add (get_document (fixture), PZ_RECORD_TEMPLATE);
  GtkWidget *group, *window, *dialog;
  g_autoptr(GPtrArray) templates = NULL;

  pz_record_set_text (goal, PZ_TEMPLATE_KIND, "goal");
  pz_record_set_text (goal, PZ_TEMPLATE_NAME, "Reads");
  group = pz_record_list_group_new (fixture->classroom, PZ_RECORD_TEMPLATE);
  window = ui_present (group, 480, 400);
  assert_rows (group, "");
  dialog = pz_record_list_group_open (PZ_RECORD_LIST_GROUP (group), NULL);
  pz_record_set_text (pz_record_dialog_get_draft (PZ_RECORD_DIALOG (dialog)), PZ_TEMPLATE_NAME, "Waits");
  pz_record_dialog_save (PZ_RECORD_DIALOG (dialog));
  assert_rows (group, "Waits");
  templates = pz_position_list (get_document (fixture), PZ_RECORD_TEMPLATE);
  g_assert_cmpuint (templates->len, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_tests (void)
{
  const char *people = "Amina Yusuf;Tom Ann";

  g_test_add ("/ui/record-list-group/changes-the-order", UiFixture, NULL, ui_fixture_set_up, test_orders, ui_fixture_tear_down);
  g_test_add ("/ui/record-list-group/makes-and-deletes", UiFixture, NULL, ui_fixture_set_up, test_makes_changes_deletes, ui_fixture_tear_down);
  g_test_add ("/ui/record-list-group/says-who-uses-a-record", UiFixture, people, ui_fixture_set_up, test_says_uses, ui_fixture_tear_down);
  g_test_add ("/ui/record-list-group/shows-phrases-alone", UiFixture, NULL, ui_fixture_set_up, test_phrases_alone, ui_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
