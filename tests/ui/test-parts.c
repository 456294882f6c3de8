/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-avatar.h"
#include "pz-choice-row.h"
#include "pz-class-menu.h"
#include "pz-class-values.h"
#include "pz-columns-layout.h"
#include "pz-export-task.h"
#include "pz-field-row.h"
#include "pz-flow-layout.h"
#include "pz-i18n.h"
#include "pz-learner-facts.h"
#include "pz-note-field.h"
#include "pz-opening.h"
#include "pz-settings.h"
#include "pz-start-page.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>

#define PEOPLE "Amina Yusuf;Chloé Dubois"

static void
test_initials (void)
{
  const struct { const char *given, *family, *initials; } cases[] = {
    { "Amina", "Yusuf", "AY" }, { "élodie", "", "É" }, { "<b>", "x", "BX" }, { "ჯუმბერ", "ბერიძე", "ჯბ" },
    { "e\xcc\x81mile", NULL, "É" }, { NULL, NULL, "" }, { "& Co", "7b", "C7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *initials = pz_avatar_dup_initials (cases[i].given, cases[i].family);

      g_assert_cmpstr (initials, ==, cases[i].initials);
    }
}

static GtkWidget *
make_box (GtkLayoutManager *layout,
          guint             n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (box, layout);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *child = pz_avatar_new (50);

      gtk_box_append (GTK_BOX (box), child);
    }
  return box;
}

static int
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size)
{
  int natural;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

static void
test_layouts_wrap (void)
{
  g_autoptr(GtkWidget) flow = g_object_ref_sink (make_box (pz_flow_layout_new (10), 3));
  g_autoptr(GtkWidget) columns = g_object_ref_sink (make_box (pz_columns_layout_new (10, 100, 2), 4));

  g_assert_cmpint (measure (flow, GTK_ORIENTATION_HORIZONTAL, -1), ==, 170);
  g_assert_cmpint (measure (flow, GTK_ORIENTATION_VERTICAL, 170), ==, 50);
  g_assert_cmpint (measure (flow, GTK_ORIENTATION_VERTICAL, 169), ==, 110);
  g_assert_cmpint (measure (flow, GTK_ORIENTATION_VERTICAL, 60), ==, 170);
  g_assert_cmpint (measure (columns, GTK_ORIENTATION_HORIZONTAL, -1), ==, 210);
  g_assert_cmpint (measure (columns, GTK_ORIENTATION_VERTICAL, 210), ==, 110);
  g_assert_cmpint (measure (columns, GTK_ORIENTATION_VERTICAL, 209), ==, 230);
}

/* the width of the first of three children of 50 px, which expands */
static int
get_first_width (int width)
{
  g_autoptr(GtkWidget) flow = g_object_ref_sink (make_box (pz_flow_layout_new (10), 3));
  GtkWidget *first = gtk_widget_get_first_child (flow);
  int height = measure (flow, GTK_ORIENTATION_VERTICAL, width);

  gtk_widget_set_hexpand (first, TRUE);
  gtk_widget_allocate (flow, width, height, -1, NULL);
  return gtk_widget_get_width (first);
}

static void
test_flow_fills_a_line_of_one (void)
{
  g_assert_cmpint (get_first_width (170), ==, 50);
  g_assert_cmpint (get_first_width (110), ==, 50); /* another fits beside it */
  g_assert_cmpint (get_first_width (109), ==, 109);
}

static void
test_settings (void)
{
  g_autofree char *sort = NULL;

  pz_settings_set_string (PZ_SETTINGS_SORT_BY, "family");
  pz_settings_set_int (PZ_SETTINGS_WINDOW_WIDTH, 500);
  pz_settings_set_flag (PZ_SETTINGS_WINDOW_MAXIMIZED, TRUE);
  sort = pz_settings_dup_string (PZ_SETTINGS_SORT_BY);
  if (pz_settings_get () == NULL) /* a program without its schema runs with what it is given */
    {
      g_assert_null (sort);
      g_assert_cmpint (pz_settings_get_int (PZ_SETTINGS_WINDOW_WIDTH, 7), ==, 7);
      g_assert_false (pz_settings_get_flag (PZ_SETTINGS_WINDOW_MAXIMIZED));
      return;
    }
  g_assert_cmpstr (sort, ==, "family");
  g_assert_cmpint (pz_settings_get_int (PZ_SETTINGS_WINDOW_WIDTH, 7), ==, 500);
  g_assert_true (pz_settings_get_flag (PZ_SETTINGS_WINDOW_MAXIMIZED));
}

static void
test_locale_dir (UiFixture     *fixture,
                 gconstpointer  names)
{
  g_autofree char *given = NULL;
  g_autofree char *relative = NULL;

  g_setenv ("PERSONALIZE_LOCALE_DIR", fixture->folder, TRUE);
  given = pz_i18n_dup_locale_dir ();
  g_assert_cmpstr (given, ==, fixture->folder);
  g_setenv ("PERSONALIZE_LOCALE_DIR", ".", TRUE); /* a catalog is trusted: only an absolute folder counts */
  relative = pz_i18n_dup_locale_dir ();
  g_assert_cmpstr (relative, !=, ".");
  g_unsetenv ("PERSONALIZE_LOCALE_DIR");
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static gboolean
is_counted (gpointer data)
{
  return *(guint *) data > 0;
}

static PzOpening *
open_and_wait (UiFixture  *fixture,
               const char *id)
{
  PzOpening *opening = pz_opening_start (fixture->environment, id, PZ_SORT_GIVEN);
  guint n = 0;

  g_signal_connect_swapped (opening, "done", G_CALLBACK (count_cb), &n);
  g_assert_true (pz_opening_wait (opening, 20000));
  g_assert_true (ui_wait (is_counted, &n));
  return opening;
}

static void
test_opening (UiFixture     *fixture,
              gconstpointer  names)
{
  g_autoptr(PzOpening) known = NULL;
  g_autoptr(PzOpening) unknown = NULL;
  g_autoptr(PzOpening) broken = NULL;
  g_autofree char *file = g_build_filename (pz_classroom_get_path (fixture->classroom), "classroom.json", NULL);

  known = open_and_wait (fixture, pz_classroom_get_id (fixture->classroom));
  g_assert_cmpstr (pz_classroom_get_name (pz_opening_get_classroom (known)), ==, "5b");
  g_assert_cmpuint (pz_learner_list_count_all (pz_opening_get_list (known)), ==, 2);
  g_assert_null (pz_opening_get_error (known));

  unknown = open_and_wait (fixture, "aaaaaaaaaaaaaaaa"); /* the first class takes its place */
  g_assert_cmpstr (pz_classroom_get_name (pz_opening_get_classroom (unknown)), ==, "5b");

  g_assert_true (g_file_set_contents (file, "{\"format\":", -1, NULL));
  broken = open_and_wait (fixture, pz_classroom_get_id (fixture->classroom));
  g_assert_null (pz_opening_get_classroom (broken));
  g_assert_nonnull (pz_opening_get_error (broken));
  ui_settle ();
}

static void
test_class_menu (UiFixture     *fixture,
                 gconstpointer  names)
{
  g_autoptr(GMenuModel) menu = NULL;
  g_autoptr(GMenuModel) classes = NULL;
  g_autofree char *label = NULL;
  g_autofree char *target = NULL;

  pz_record_set_text (pz_document_get_owner (pz_classroom_get_document (fixture->classroom)), PZ_CLASSROOM_NAME, "5_b");
  ui_save (fixture->classroom);
  menu = pz_class_menu_new (fixture->environment);
  classes = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION);
  g_assert_cmpint (g_menu_model_get_n_items (classes), ==, 1);
  g_assert_true (g_menu_model_get_item_attribute (classes, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "5__b"); /* not a key */
  g_assert_true (g_menu_model_get_item_attribute (classes, 0, G_MENU_ATTRIBUTE_TARGET, "s", &target));
  g_assert_cmpstr (target, ==, pz_classroom_get_path (fixture->classroom));
}

static void
test_facts (UiFixture     *fixture,
            gconstpointer  names)
{
  PzDocument *class_document = pz_classroom_get_document (fixture->classroom);
  PzRecord *level = pz_document_add (class_document, PZ_RECORD_LEVEL);
  g_autoptr(PzDocument) document = pz_classroom_add (fixture->classroom, PZ_DOCUMENT_LEARNER);
  g_autoptr(PzLearnerFacts) facts = NULL;
  g_autoptr(PzLearnerRow) row = NULL;
  g_autofree char *line = NULL;
  const char *meaning = NULL;
  guint position;

  pz_record_set_text (level, PZ_LEVEL_NAME, "Level B");
  pz_record_set_number (pz_document_get_owner (class_document), PZ_CLASSROOM_CHECK_IN_EVERY, 5);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_LEVEL, pz_record_get_id (level));
  pz_record_set_text (pz_document_add (document, PZ_RECORD_CHECK_IN), PZ_CHECK_IN_DATE, "2026-11-13");
  ui_save (fixture->classroom);
  facts = pz_learner_facts_new (fixture->classroom);
  g_assert_true (pz_index_find (pz_classroom_get_index (fixture->classroom), pz_document_get_id (document), &position));
  row = g_list_model_get_item (G_LIST_MODEL (pz_classroom_get_index (fixture->classroom)), position);
  line = pz_learner_facts_dup_line (facts, row);
  g_assert_cmpstr (line, ==, "Level B · seen 6 school days ago");
  g_assert_nonnull (pz_learner_facts_get_symbol (facts, row, &meaning));
  g_assert_nonnull (meaning);

  pz_record_set_text (level, PZ_LEVEL_NAME, "Blue");
  pz_record_set_number (pz_document_get_owner (class_document), PZ_CLASSROOM_CHECK_IN_EVERY, 14);
  pz_learner_facts_update (facts);
  g_assert_cmpstr (pz_learner_facts_get_level_name (facts, pz_record_get_id (level)), ==, "Blue");
  g_assert_null (pz_learner_facts_get_symbol (facts, row, &meaning));
  ui_save (fixture->classroom);
}

static void
test_values_of_the_class (UiFixture     *fixture,
                          gconstpointer  names)
{
  g_autoptr(PzClassValues) values = pz_class_values_new (fixture->classroom);
  g_autoptr(PzDocument) document = pz_classroom_add (fixture->classroom, PZ_DOCUMENT_LEARNER);
  g_auto(GStrv) found = NULL;
  guint n = 0;

  pz_record_set_add (pz_document_get_owner (document), PZ_LEARNER_INTERESTS, "Chess");
  pz_record_set_add (pz_document_get_owner (document), PZ_LEARNER_INTERESTS, "Art");
  ui_save (fixture->classroom);
  g_signal_connect_swapped (values, "changed", G_CALLBACK (count_cb), &n);
  pz_class_values_collect (values);
  g_assert_true (ui_wait (is_counted, &n));
  pz_class_values_add (values, PZ_LEARNER_INTERESTS, "Chess");
  found = pz_class_values_dup (values, PZ_LEARNER_INTERESTS);
  g_assert_cmpuint (g_strv_length (found), ==, 2);
  g_assert_cmpstr (found[0], ==, "Chess"); /* more learners have it */
  g_assert_cmpstr (found[1], ==, "Art");
}

static void
test_choice_and_note (UiFixture     *fixture,
                      gconstpointer  names)
{
  g_autoptr(PzDocument) document = pz_classroom_add (fixture->classroom, PZ_DOCUMENT_LEARNER);
  PzRecord *learner = pz_document_get_owner (document);
  const PzEdit choice = { fixture->classroom, learner, PZ_LEARNER_DEVICE_AT_HOME };
  const PzEdit note = { fixture->classroom, learner, PZ_LEARNER_NOTES };
  g_autofree char *label = pz_edit_dup_label (&choice);
  GtkWidget *row = g_object_ref_sink (pz_choice_row_new (&choice, "Not known"));
  GtkWidget *field = g_object_ref_sink (pz_note_field_new (&note));

  g_assert_nonnull (strstr (label, pz_field_get_label (pz_edit_get_field (&choice))));
  g_assert_cmpstr (pz_choice_get_label (PZ_LEARNER_DEVICE_AT_HOME, "own"), !=, "own");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_DEVICE_AT_HOME), ==, "shared");
  pz_record_set_text (learner, PZ_LEARNER_DEVICE_AT_HOME, NULL);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), ==, 0);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field)), "Likes\nquiet ", -1);
  pz_note_field_commit (PZ_NOTE_FIELD (field));
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_NOTES), ==, "Likes\nquiet");
  ui_save (fixture->classroom);
  g_assert_finalize_object (row);
  g_assert_finalize_object (field);
}

/* Two editors in which somebody types while another device's value comes. */
static void
test_value_that_comes_while_typing_waits_beside (UiFixture     *fixture,
                                                 gconstpointer  names)
{
  g_autoptr(PzDocument) document = pz_classroom_add (fixture->classroom, PZ_DOCUMENT_LEARNER);
  PzRecord *learner = pz_document_get_owner (document);
  const PzEdit name = { fixture->classroom, learner, PZ_LEARNER_GIVEN_NAME };
  const PzEdit note = { fixture->classroom, learner, PZ_LEARNER_NOTES };
  GtkWidget *row = g_object_ref_sink (pz_field_row_new (&name));
  GtkWidget *field = g_object_ref_sink (pz_note_field_new (&note));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));

  ui_save (fixture->classroom); /* from now on others can write it */
  gtk_editable_set_text (GTK_EDITABLE (row), "Ada");
  pz_record_set_text (learner, PZ_LEARNER_GIVEN_NAME, "Adah");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Ada"); /* not under the cursor */
  pz_field_row_commit (PZ_FIELD_ROW (row));
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_GIVEN_NAME), ==, "Ada");
  g_assert_cmpuint (pz_record_get_n_values (learner, PZ_LEARNER_GIVEN_NAME), ==, 2);
  /* now both are seen, and the next change is for both */
  gtk_editable_set_text (GTK_EDITABLE (row), "Ada Maria");
  pz_field_row_commit (PZ_FIELD_ROW (row));
  g_assert_cmpuint (pz_record_get_n_values (learner, PZ_LEARNER_GIVEN_NAME), ==, 1);

  gtk_text_buffer_set_text (buffer, "Likes quiet", -1);
  pz_record_set_text (learner, PZ_LEARNER_NOTES, "Likes music");
  pz_note_field_commit (PZ_NOTE_FIELD (field));
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_NOTES), ==, "Likes quiet");
  g_assert_cmpuint (pz_record_get_n_values (learner, PZ_LEARNER_NOTES), ==, 2);
  /* typed and taken back: what came meanwhile stays */
  gtk_text_buffer_set_text (buffer, "Likes", -1);
  pz_record_set_text (learner, PZ_LEARNER_NOTES, "Likes music");
  gtk_text_buffer_set_text (buffer, "Likes quiet", -1);
  pz_note_field_commit (PZ_NOTE_FIELD (field));
  g_assert_cmpstr (pz_record_get_text (learner, PZ_LEARNER_NOTES), ==, "Likes music");
  g_assert_cmpuint (pz_record_get_n_values (learner, PZ_LEARNER_NOTES), ==, 1);
  ui_save (fixture->classroom);
  g_assert_finalize_object (row);
  g_assert_finalize_object (field);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_export_task_finish (PZ_CLASSROOM (source), result, &error));
  g_assert_no_error (error);
  (*(guint *) user_data)++;
}

static void
test_export (UiFixture     *fixture,
             gconstpointer  names)
{
  g_autofree char *name = pz_export_task_dup_name (fixture->classroom, PZ_EXPORT_TABLE);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  GStatBuf status;
  guint n = 0;

  g_assert_cmpstr (name, ==, "5b 2026-11-23.csv");
  pz_export_task_async (fixture->classroom, PZ_EXPORT_TABLE, NULL, file, NULL, exported_cb, &n);
  g_assert_true (ui_wait (is_counted, &n));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "Dubois"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_start_page (void)
{
  GtkWidget *page = pz_start_page_new ();
  GtkWidget *window = ui_present (page, 360, 600);

  g_assert_cmpint (gtk_widget_get_width (window), <=, 360);
  g_object_ref (page);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  g_assert_finalize_object (page);
}

static void
add_test (const char *path,
          void      (*test) (UiFixture *, gconstpointer))
{
  g_test_add (path, UiFixture, PEOPLE, ui_fixture_set_up, test, ui_fixture_tear_down);
}

static void
add_tests (void)
{
  g_test_add_func ("/ui/parts/initials", test_initials);
  g_test_add_func ("/ui/parts/layouts-wrap", test_layouts_wrap);
  g_test_add_func ("/ui/parts/flow-fills-a-line-of-one", test_flow_fills_a_line_of_one);
  g_test_add_func ("/ui/parts/settings", test_settings);
  g_test_add_func ("/ui/parts/start-page-is-narrow", test_start_page);
  add_test ("/ui/parts/locale-dir-is-absolute", test_locale_dir);
  add_test ("/ui/parts/opening", test_opening);
  add_test ("/ui/parts/class-menu", test_class_menu);
  add_test ("/ui/parts/facts", test_facts);
  add_test ("/ui/parts/values-of-the-class", test_values_of_the_class);
  add_test ("/ui/parts/choice-and-note", test_choice_and_note);
  add_test ("/ui/parts/value-that-comes-while-typing", test_value_that_comes_while_typing_waits_beside);
  add_test ("/ui/parts/export", test_export);
}

int
main (int    argc,
      char **argv)
{
  return ui_test_run (&argc, &argv, add_tests);
}
