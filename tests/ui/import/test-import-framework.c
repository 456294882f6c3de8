/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import-fixture.h"
#include "pz-classroom-frameworks.h"
#include "pz-import-framework-words.h"
#include "pz-import-rows.h"
#include "pz-import-words.h"

#define ROOT "00000000-0000-4000-8000-00000000000a"
#define DOCUMENT "\"CFDocument\":{\"identifier\":\"" ROOT "\",\"title\":\"Reading & <b>more</b>\"}"
#define ITEM(id, text) "{\"identifier\":\"" id "\",\"fullStatement\":\"" text "\",\"humanCodingScheme\":\"" id "\"}"
#define CHILD(id, child, parent)                                                                                    \
  "{\"identifier\":\"" id "\",\"associationType\":\"isChildOf\",\"originNodeURI\":{\"identifier\":\"" child "\"},"   \
  "\"destinationNodeURI\":{\"identifier\":\"" parent "\"}}"
#define PACKAGE(items, associations) "{" DOCUMENT ",\n\"CFItems\":[\n" items "],\n\"CFAssociations\":[" associations "]}"

#define FIRST PACKAGE (ITEM ("a", "Reads") ",\n" ITEM ("b", "Reads aloud") ",\n" ITEM ("c", "Spells"), \
                       CHILD ("a-1", "a", ROOT) "," CHILD ("b-1", "b", "a") "," CHILD ("c-1", "c", "a"))
/* a is called otherwise, b is gone, d is new and stands nowhere */
#define SECOND PACKAGE (ITEM ("a", "Reads well") ",\n" ITEM ("d", "Writes") ",\n" ITEM ("c", "Spells"), \
                        CHILD ("a-1", "a", ROOT) "," CHILD ("c-1", "c", "a"))

static PzClassroom *
open_class (ImportFixture *f)
{
  PzClassroom *classroom = pz_classroom_create (f->environment, "5b", NULL);

  g_assert_nonnull (classroom);
  import_fixture_restart (f, classroom);
  return classroom;
}

static void
open_text (ImportFixture *f,
           const char    *name,
           const char    *text)
{
  g_autoptr(GFile) file = import_fixture_write (f, name, text);

  import_open (f, file);
}

static guint
count (ImportFixture *f,
       PzImportKind   kind)
{
  return pz_case_plan_count (pz_import_session_get_framework (f->session), PZ_RECORD_STANDARD, kind);
}

static guint
count_frameworks (PzClassroom *classroom)
{
  g_autoptr(GPtrArray) infos = pz_classroom_list_frameworks (classroom, NULL);

  return infos->len;
}

/* the rows of the preview with their smaller words, one a line; those of groups behind them */
static char *
dup_preview (ImportFixture *f)
{
  g_autoptr(GListStore) rows = pz_import_rows_new (f->session);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr(PzImportRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      GPtrArray *children = pz_import_row_get_children (row);
      g_autofree char *label = pz_import_row_dup_label (row);

      g_string_append_printf (text, "%s\n", label);
      for (guint j = 0; children != NULL && j < children->len; j++)
        {
          g_autofree char *child = pz_import_row_dup_label (g_ptr_array_index (children, j));

          g_string_append_printf (text, "- %s\n", child);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_says (const char *text,
             const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
test_is_known_by_its_content (ImportFixture *f,
                              gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = open_class (f);
  g_autofree char *button = NULL;

  open_text (f, "anything.txt", FIRST);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_PREVIEW);
  g_assert_cmpuint (count (f, PZ_IMPORT_NEW), ==, 3);
  button = pz_import_words_button (f->session);
  g_assert_cmpstr (button, ==, "Import Framework");
  g_assert_cmpuint (count_frameworks (classroom), ==, 0);
  pz_import_session_go_back (f->session);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_SOURCE);
  g_assert_null (pz_import_session_get_framework (f->session));
  /* what is no framework is read as before */
  open_text (f, "names.csv", "Given name,Family name\nAnn,Lee\n");
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_TABLE);
}

static void
test_comes_in_as_one_step (ImportFixture *f,
                           gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = open_class (f);
  g_autofree char *text = NULL;

  open_text (f, "reading.json", FIRST);
  import_go_on (f);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_DONE);
  g_assert_true (pz_import_session_get_result (f->session) == classroom);
  g_assert_cmpstr (pz_import_session_get_result_framework (f->session), ==, ROOT);
  text = pz_import_session_dup_result_text (f->session);
  g_assert_cmpstr (text, ==, "Framework “Reading & <b>more</b>” imported");
  g_assert_cmpuint (count_frameworks (classroom), ==, 1);
  g_assert_true (pz_classroom_undo (classroom, NULL));
  g_assert_true (pz_classroom_save (classroom, NULL, NULL));
  g_assert_null (pz_classroom_get_undo_label (classroom));
}

static void
test_second_time_shows_what_differs (ImportFixture *f,
                                     gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = open_class (f);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  open_text (f, "reading.json", FIRST);
  first = dup_preview (f);
  assert_says (first, "Reading & <b>more</b>, A new framework\n3 standards · 2 levels\n3 standards are new\n- a  Reads, Line 3\n");
  import_go_on (f);
  import_fixture_restart (f, classroom);
  open_text (f, "reading.json", SECOND);
  second = dup_preview (f);
  assert_says (second, "A framework you have already\n");
  assert_says (second, "3 standards · 2 levels · 1 not placed\n");
  assert_says (second, "1 standard is no longer in the file, They are kept in their place and marked as retired; goals at them stay\n"
                       "- b  Reads aloud\n");
  assert_says (second, "1 standard changes, Goals at them stay\n- a  Reads well, Line 3 · Statement\n");
  assert_says (second, "1 standard is new\n- d  Writes, Line 4\n1 standard stays as it is\n- c  Spells, Line 5\n");
  /* that d stands nowhere is said with its line */
  assert_says (second, "reading.json · Line 4");
}

static void
test_same_again_changes_nothing (ImportFixture *f,
                                 gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = open_class (f);
  g_autofree char *button = NULL;
  g_autofree char *text = NULL;

  open_text (f, "reading.json", FIRST);
  import_go_on (f);
  import_fixture_restart (f, classroom);
  open_text (f, "reading.json", FIRST);
  g_assert_true (pz_import_session_changes_nothing (f->session));
  button = pz_import_words_button (f->session);
  g_assert_cmpstr (button, ==, "Close");
  text = dup_preview (f);
  assert_says (text, "A framework you have already; nothing changes\n");
  import_go_on (f);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_DONE);
  g_assert_null (pz_import_session_get_result (f->session));
  g_assert_null (pz_import_session_get_result_framework (f->session));
}

static void
test_needs_a_class (ImportFixture *f,
                    gconstpointer  data)
{
  open_text (f, "reading.json", FIRST);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_SOURCE);
  assert_says (pz_import_session_get_problem (f->session), "no class open");
  assert_says (pz_import_session_get_advice (f->session), "Nothing was changed.");
}

static void
test_names_the_file_that_is_no_framework (ImportFixture *f,
                                          gconstpointer  data)
{
  static const char *const texts[] = { "{\"a\":", "{\"some\": \"thing else\"}", "{\"CFItems\": 7}" };
  g_autoptr(PzClassroom) classroom = open_class (f);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      open_text (f, "broken.json", texts[i]);
      g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_SOURCE);
      assert_says (pz_import_session_get_problem (f->session), "broken.json");
      assert_says (pz_import_session_get_advice (f->session), "a framework in the format CASE");
      g_assert_cmpuint (count_frameworks (classroom), ==, 0);
    }
}

static void
test_many_are_counted_not_listed (ImportFixture *f,
                                  gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = open_class (f);
  g_autoptr(GString) items = g_string_new ("{" DOCUMENT ",\"CFItems\":[");
  g_autofree char *text = NULL;

  for (guint i = 0; i < 250; i++)
    g_string_append_printf (items, "%s{\"identifier\":\"i%u\",\"fullStatement\":\"s\"}", i > 0 ? "," : "", i);
  g_string_append (items, "],\"CFAssociations\":[]}");
  open_text (f, "many.json", items->str);
  text = dup_preview (f);
  assert_says (text, "250 standards are new\n");
  assert_says (text, "- and 50 more\n");
}

/* it is written apart from the class until it goes to the disk */
static void
test_can_be_stopped_while_it_is_made (ImportFixture *f,
                                      gconstpointer  data)
{
  g_autoptr(PzClassroom) classroom = open_class (f);

  open_text (f, "reading.json", FIRST);
  pz_import_session_go_on (f->session);
  g_assert_true (pz_import_session_is_busy (f->session));
  g_assert_false (pz_import_session_is_writing (f->session));
  pz_import_session_cancel (f->session);
  while (pz_import_session_is_busy (f->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (pz_import_session_get_step (f->session), ==, PZ_IMPORT_STEP_SOURCE);
  g_assert_null (pz_import_session_get_problem (f->session));
  g_assert_cmpuint (count_frameworks (classroom), ==, 0);
  g_assert_null (pz_classroom_get_undo_label (classroom));
  /* and can be begun again */
  open_text (f, "reading.json", FIRST);
  import_go_on (f);
  g_assert_cmpuint (count_frameworks (classroom), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, ImportFixture, NULL, import_fixture_set_up, test, import_fixture_tear_down)
  ADD ("/ui/import/framework/is-known-by-its-content", test_is_known_by_its_content);
  ADD ("/ui/import/framework/comes-in-as-one-step", test_comes_in_as_one_step);
  ADD ("/ui/import/framework/second-time-shows-what-differs", test_second_time_shows_what_differs);
  ADD ("/ui/import/framework/same-again-changes-nothing", test_same_again_changes_nothing);
  ADD ("/ui/import/framework/needs-a-class", test_needs_a_class);
  ADD ("/ui/import/framework/names-the-file-that-is-no-framework", test_names_the_file_that_is_no_framework);
  ADD ("/ui/import/framework/many-are-counted-not-listed", test_many_are_counted_not_listed);
  ADD ("/ui/import/framework/can-be-stopped-while-it-is-made", test_can_be_stopped_while_it_is_made);
#undef ADD
  return g_test_run ();
}
