/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"

#include "pz-import-assistant.h"
#include "pz-import-cell.h"
#include "pz-import-class-row.h"
#include "pz-import-classes-page.h"
#include "pz-import-column-row.h"
#include "pz-import-day-group.h"
#include "pz-import-names-page.h"
#include "pz-import-place-group.h"
#include "pz-import-preview-page.h"
#include "pz-import-row.h"
#include "pz-import-source-page.h"
#include "pz-import-table-page.h"
#include "pz-index.h"
#include "pz-library.h"
#include "pz-privacy.h"

#include "../ui-fixture.h"

typedef struct
{
  PzImportAssistant *window;
  PzClassroom *classroom;
  char *message;
} Walk;

static void
imported_cb (PzImportAssistant *window,
             PzClassroom       *classroom,
             const char        *message,
             Walk              *walk)
{
  walk->classroom = g_object_ref (classroom);
  walk->message = g_strdup (message);
}

static void
walk_start (Walk          *walk,
            ImportFixture *f,
            PzClassroom   *open)
{
  walk->window = pz_import_assistant_new (NULL, f->environment, open);
  g_object_add_weak_pointer (G_OBJECT (walk->window), (gpointer *) &walk->window);
  g_signal_connect (walk->window, "imported", G_CALLBACK (imported_cb), walk);
  gtk_window_present (GTK_WINDOW (walk->window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (walk->window));
}

static void
walk_end (Walk *walk)
{
  if (walk->window != NULL)
    gtk_window_destroy (GTK_WINDOW (walk->window));
  ui_settle ();
  g_assert_null (walk->window);
  g_clear_object (&walk->classroom);
  g_free (walk->message);
}

static GtkWidget *
find_in (GtkWidget *root,
         GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) && gtk_widget_get_mapped (child)
                             ? child : find_in (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

typedef struct
{
  Walk *walk;
  GType type;
} Wanted;

static gboolean
is_shown (gpointer data)
{
  Wanted *wanted = data;

  return wanted->walk->window != NULL && find_in (GTK_WIDGET (wanted->walk->window), wanted->type) != NULL;
}

/* waits until there is such a widget */
static GtkWidget *
walk_find (Walk  *walk,
           GType  type)
{
  Wanted wanted = { walk, type };

  g_assert_true (ui_wait (is_shown, &wanted));
  return find_in (GTK_WIDGET (walk->window), type);
}

static gboolean
is_gone (gpointer data)
{
  return ((Walk *) data)->window == NULL;
}

static void
walk_do (Walk       *walk,
         const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (walk->window), action, NULL));
}

static void
test_walks_from_a_table_to_a_class (ImportFixture *f,
                                    gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "5b.csv", import_table);
  g_autoptr(PzClassroom) found = NULL;
  Walk walk = { NULL };

  walk_start (&walk, f, NULL);
  walk_find (&walk, PZ_TYPE_IMPORT_SOURCE_PAGE);
  pz_import_assistant_open_file (walk.window, file);
  walk_find (&walk, PZ_TYPE_IMPORT_COLUMN_ROW);
  walk_do (&walk, "import.go-on");
  walk_find (&walk, PZ_TYPE_IMPORT_CELL);
  walk_do (&walk, "import.go-on");
  g_assert_true (ui_wait (is_gone, &walk));
  g_assert_cmpstr (walk.message, ==, "28 learners imported into “5b”");
  found = import_find_class (f, "5b");
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (found)), ==, 28);
  walk_end (&walk);
}

static void
test_second_import_says_nothing_changes (ImportFixture *f,
                                         gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "5b.csv", import_table);
  Walk walk = { NULL };
  Walk again = { NULL };

  walk_start (&walk, f, NULL);
  pz_import_assistant_open_file (walk.window, file);
  walk_find (&walk, PZ_TYPE_IMPORT_COLUMN_ROW);
  walk_do (&walk, "import.go-on");
  walk_find (&walk, PZ_TYPE_IMPORT_CELL);
  walk_do (&walk, "import.go-on");
  g_assert_true (ui_wait (is_gone, &walk));
  walk_start (&again, f, walk.classroom);
  pz_import_assistant_open_file (again.window, file);
  walk_find (&again, PZ_TYPE_IMPORT_COLUMN_ROW);
  walk_do (&again, "import.go-on");
  walk_find (&again, PZ_TYPE_IMPORT_CELL);
  /* the button closes: nothing is told, and no undo is offered for it */
  walk_do (&again, "import.go-on");
  g_assert_true (ui_wait (is_gone, &again));
  g_assert_null (again.classroom);
  walk_end (&again);
  walk_end (&walk);
}

/* position of the row of a learner who was deleted here */
static guint
find_deleted (GtkWidget *list)
{
  GtkSelectionModel *rows = gtk_list_view_get_model (GTK_LIST_VIEW (list));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr(PzImportRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      PzImportItem *item = pz_import_row_get_item (row);

      if (item != NULL && item->kind == PZ_IMPORT_DELETED)
        {
          g_autofree char *label = pz_import_row_dup_label (row);

          g_assert_false (item->chosen);
          g_assert_nonnull (strstr (label, "Stays deleted"));
          return i;
        }
    }
  g_assert_not_reached ();
}

static void
test_deleted_learners_come_back_on_request (ImportFixture *f,
                                            gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "5b.csv", import_table);
  Walk walk = { NULL };
  Walk again = { NULL };
  PzIndex *index;
  const char *ids[] = { NULL, NULL };
  GtkWidget *list;

  walk_start (&walk, f, NULL);
  pz_import_assistant_open_file (walk.window, file);
  walk_find (&walk, PZ_TYPE_IMPORT_COLUMN_ROW);
  walk_do (&walk, "import.go-on");
  walk_find (&walk, PZ_TYPE_IMPORT_CELL);
  walk_do (&walk, "import.go-on");
  g_assert_true (ui_wait (is_gone, &walk));
  index = pz_classroom_get_index (walk.classroom);
  ids[0] = pz_index_peek_id (index, 0);
  g_assert_true (pz_classroom_delete (walk.classroom, ids, "Delete", NULL));
  g_assert_cmpuint (pz_index_count_shown (index), ==, 27);
  walk_start (&again, f, walk.classroom);
  pz_import_assistant_open_file (again.window, file);
  walk_find (&again, PZ_TYPE_IMPORT_COLUMN_ROW);
  walk_do (&again, "import.go-on");
  walk_find (&again, PZ_TYPE_IMPORT_CELL);
  list = walk_find (&again, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", find_deleted (list));
  walk_do (&again, "import.go-on");
  g_assert_true (ui_wait (is_gone, &again));
  g_assert_cmpuint (pz_index_count_shown (index), ==, 28);
  walk_end (&again);
  walk_end (&walk);
}

static void
test_names_are_typed (ImportFixture *f,
                      gconstpointer  data)
{
  g_autoptr(PzClassroom) found = NULL;
  Walk walk = { NULL };
  GtkWidget *view;
  GtkWidget *name;

  walk_start (&walk, f, NULL);
  walk_do (&walk, "import.type-names");
  walk_find (&walk, PZ_TYPE_IMPORT_NAMES_PAGE);
  view = walk_find (&walk, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Amina Yusuf\nTom & Ann <b>Smith", -1);
  name = walk_find (&walk, ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (name), "6a <i>");
  walk_do (&walk, "import.go-on");
  walk_find (&walk, PZ_TYPE_IMPORT_CELL);
  walk_do (&walk, "import.go-on");
  g_assert_true (ui_wait (is_gone, &walk));
  found = import_find_class (f, "6a <i>");
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (found)), ==, 2);
  walk_end (&walk);
}

static void
test_classes_of_a_school_are_chosen (ImportFixture *f,
                                     gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write_zip (f);
  Walk walk = { NULL };
  GtkWidget *page;
  GtkWidget *entry;
  GtkWidget *row;
  GtkWidget *check;

  walk_start (&walk, f, NULL);
  pz_import_assistant_open_file (walk.window, file);
  page = walk_find (&walk, PZ_TYPE_IMPORT_CLASSES_PAGE);
  g_assert_cmpuint (pz_import_classes_page_get_n_shown (PZ_IMPORT_CLASSES_PAGE (page)), ==, 40);
  entry = walk_find (&walk, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "class 12");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (pz_import_classes_page_get_n_shown (PZ_IMPORT_CLASSES_PAGE (page)), ==, 1);
  row = walk_find (&walk, PZ_TYPE_IMPORT_CLASS_ROW);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Class 12");
  check = find_in (row, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  walk_do (&walk, "import.go-on");
  walk_find (&walk, PZ_TYPE_IMPORT_CELL);
  walk_do (&walk, "import.back");
  g_assert_true (walk_find (&walk, PZ_TYPE_IMPORT_CLASSES_PAGE) == page);
  walk_end (&walk);
}

/* the row of that title, which need not be in sight */
static GtkWidget *
find_row (GtkWidget  *root,
          const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = ADW_IS_ACTION_ROW (child)
                                 && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title)
                             ? child : find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_details_about_people_on_request (ImportFixture *f,
                                      gconstpointer  data)
{
  g_autoptr(GFile) roster = import_fixture_get_roster ();
  Walk walk = { NULL };
  GtkWidget *page;
  GtkWidget *row;
  GListModel *lenses;
  g_autoptr(PzRecord) lens = NULL;

  walk_start (&walk, f, NULL);
  pz_import_assistant_open_file (walk.window, roster);
  page = walk_find (&walk, PZ_TYPE_IMPORT_CLASSES_PAGE);
  g_assert_nonnull (find_row (page, "Birth date"));
  g_assert_nonnull (find_row (page, "asian"));
  row = find_row (page, "sex");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (find_in (row, GTK_TYPE_SWITCH))));
  g_assert_true (gtk_widget_activate (row));
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (find_in (row, GTK_TYPE_SWITCH))));
  row = find_row (page, "The day");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_in (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  row = walk_find (&walk, PZ_TYPE_IMPORT_CLASS_ROW);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_in (row, GTK_TYPE_CHECK_BUTTON)), TRUE);
  walk_do (&walk, "import.go-on");
  walk_find (&walk, PZ_TYPE_IMPORT_CELL);
  walk_do (&walk, "import.go-on");
  g_assert_true (ui_wait (is_gone, &walk));
  lenses = pz_document_get_records (pz_classroom_get_document (walk.classroom), PZ_RECORD_LENS);
  g_assert_cmpuint (g_list_model_get_n_items (lenses), ==, 1);
  lens = g_list_model_get_item (lenses, 0);
  g_assert_cmpstr (pz_record_get_text (lens, PZ_LENS_NAME), ==, "sex");
  walk_end (&walk);
}

static void
test_rows_follow_the_teacher (ImportFixture *f,
                              gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write_zip (f);
  Walk walk = { NULL };
  GtkWidget *drop;
  GtkWidget *row;

  walk_start (&walk, f, NULL);
  pz_import_assistant_open_file (walk.window, file);
  drop = walk_find (&walk, GTK_TYPE_DROP_DOWN);
  row = walk_find (&walk, PZ_TYPE_IMPORT_CLASS_ROW);
  for (guint i = 1; i < 4; i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), i);
      g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_in (row, GTK_TYPE_CHECK_BUTTON))));
    }
  walk_end (&walk);
}

static void
test_a_learner_is_left_out (ImportFixture *f,
                            gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "5b.csv", import_table);
  g_autoptr(PzClassroom) found = NULL;
  Walk walk = { NULL };
  GtkWidget *list;

  walk_start (&walk, f, NULL);
  pz_import_assistant_open_file (walk.window, file);
  walk_find (&walk, PZ_TYPE_IMPORT_COLUMN_ROW);
  walk_do (&walk, "import.go-on");
  walk_find (&walk, PZ_TYPE_IMPORT_CELL);
  list = walk_find (&walk, GTK_TYPE_LIST_VIEW);
  g_signal_emit_by_name (list, "activate", 3u);
  walk_do (&walk, "import.go-on");
  g_assert_true (ui_wait (is_gone, &walk));
  found = import_find_class (f, "5b");
  g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (found)), ==, 27);
  walk_end (&walk);
}

static void
test_a_bad_file_is_told_on_the_page (ImportFixture *f,
                                     gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write (f, "empty.csv", "");
  Walk walk = { NULL };

  walk_start (&walk, f, NULL);
  pz_import_assistant_open_file (walk.window, file);
  walk_find (&walk, GTK_TYPE_SPINNER);
  walk_find (&walk, PZ_TYPE_IMPORT_SOURCE_PAGE);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (walk_find (&walk, GTK_TYPE_REVEALER))));
  walk_end (&walk);
}

/* names may be hidden because nobody did anything for a while: what is on the page goes out of sight, and waits */
static void
test_waits_while_names_are_hidden (ImportFixture *f,
                                   gconstpointer  data)
{
  Walk walk = { 0 };
  GtkWidget *page;

  walk_start (&walk, f, NULL);
  walk_do (&walk, "import.type-names");
  page = walk_find (&walk, PZ_TYPE_IMPORT_NAMES_PAGE);
  g_assert_null (find_in (GTK_WIDGET (walk.window), ADW_TYPE_STATUS_PAGE));
  pz_privacy_set_hidden (TRUE);
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_nonnull (find_in (GTK_WIDGET (walk.window), ADW_TYPE_STATUS_PAGE));
  gtk_widget_activate_action (GTK_WIDGET (walk.window), "import.back", NULL);
  pz_privacy_set_hidden (FALSE);
  g_assert_true (gtk_widget_get_mapped (page)); /* where it was */
  g_assert_null (find_in (GTK_WIDGET (walk.window), ADW_TYPE_STATUS_PAGE));
  walk_end (&walk);
}

static void
test_closing_stops_the_reading (ImportFixture *f,
                                gconstpointer  data)
{
  g_autoptr(GFile) file = import_fixture_write_zip (f);
  Walk walk = { NULL };

  walk_start (&walk, f, NULL);
  pz_import_assistant_open_file (walk.window, file);
  gtk_window_close (GTK_WINDOW (walk.window));
  g_assert_true (ui_wait (is_gone, &walk));
  walk_end (&walk);
}

/* every page by itself is let go of entirely */
static void
test_pages_do_not_leak (ImportFixture *f,
                        gconstpointer  data)
{
  g_autoptr(GFile) table = import_fixture_write (f, "a.csv", "Name,Birth date\nAmy Hill,1/05/2016\n");
  g_autoptr(GFile) roster = import_fixture_get_roster ();
  GtkWidget *pages[5];

  pages[0] = g_object_ref_sink (pz_import_source_page_new ());
  pages[1] = g_object_ref_sink (pz_import_names_page_new (f->session));
  import_open (f, table);
  pages[2] = g_object_ref_sink (pz_import_table_page_new (f->session));
  ui_settle ();
  pz_import_session_set_day_order (f->session, PZ_DAY_ORDER_DAY_FIRST);
  import_go_on (f);
  pages[3] = g_object_ref_sink (pz_import_preview_page_new (f->session));
  pz_import_preview_page_fill (PZ_IMPORT_PREVIEW_PAGE (pages[3]));
  pz_import_preview_page_clear (PZ_IMPORT_PREVIEW_PAGE (pages[3]));
  import_open (f, roster);
  pages[4] = g_object_ref_sink (pz_import_classes_page_new (f->session));
  ui_settle ();
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    g_assert_finalize_object (pages[i]);
}

#define ADD(path, function) \
  g_test_add ("/ui/import-assistant/" path, ImportFixture, NULL, import_fixture_set_up, function, import_fixture_tear_down)

static void
add_tests (void)
{
  ADD ("walks-from-a-table-to-a-class", test_walks_from_a_table_to_a_class);
  ADD ("second-import-says-nothing-changes", test_second_import_says_nothing_changes);
  ADD ("deleted-learners-come-back-on-request", test_deleted_learners_come_back_on_request);
  ADD ("names-are-typed", test_names_are_typed);
  ADD ("classes-of-a-school-are-chosen", test_classes_of_a_school_are_chosen);
  ADD ("details-about-people-on-request", test_details_about_people_on_request);
  ADD ("rows-follow-the-teacher", test_rows_follow_the_teacher);
  ADD ("a-learner-is-left-out", test_a_learner_is_left_out);
  ADD ("a-bad-file-is-told-on-the-page", test_a_bad_file_is_told_on_the_page);
  ADD ("waits-while-names-are-hidden", test_waits_while_names_are_hidden);
  ADD ("closing-stops-the-reading", test_closing_stops_the_reading);
  ADD ("pages-do-not-leak", test_pages_do_not_leak);
}

int
main (int argc, char *argv[])
{
  return ui_test_run (&argc, &argv, add_tests);
}
