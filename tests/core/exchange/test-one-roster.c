/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-one-roster.h"
#include "roster-maker.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static PzRosterSource *
open_fixture (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "exchange", name, NULL);
  g_autoptr(GError) error = NULL;
  PzRosterSource *source = pz_roster_source_new_from_path (path, &error);

  g_assert_no_error (error);
  return source;
}

static PzRoster *
load (const PzRosterSource     *source,
      const PzOneRosterOptions *options)
{
  g_autoptr(GError) error = NULL;
  PzRoster *roster = pz_one_roster_load (source, options, &error);

  g_assert_no_error (error);
  return roster;
}

static void
assert_count (const PzRoster *roster,
              PzRosterCode    code,
              guint           expected)
{
  guint n = pz_roster_messages_count_code (roster->messages, code);

  if (n != expected)
    g_error ("%s: %u messages, not %u", pz_roster_code_to_name (code), n, expected);
}

static void
assert_ids (GPtrArray  *people,
            const char *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((const PzRosterPerson *) g_ptr_array_index (people, i))->sourced_id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_reads_1_1 (void)
{
  g_autoptr(PzRosterSource) source = open_fixture ("oneroster-1.1");
  g_autoptr(PzRoster) roster = load (source, NULL);
  const PzRosterClass *class_ = pz_roster_find_class (roster, "class-1");
  const PzRosterPerson *person = pz_roster_find_person (roster, "s-2");
  GPtrArray *contacts;

  g_assert_cmpint (roster->version, ==, PZ_ROSTER_VERSION_1_1);
  g_assert_false (roster->version_guessed);
  g_assert_cmpstr (roster->system, ==, "Hand-made");
  g_assert_cmpint (roster->users_mode, ==, PZ_ROSTER_MODE_BULK);
  g_assert_cmpuint (roster->orgs->len, ==, 2);
  g_assert_cmpuint (roster->sessions->len, ==, 2);
  g_assert_cmpuint (roster->classes->len, ==, 3);
  g_assert_cmpuint (roster->people->len, ==, 8);
  g_assert_cmpuint (roster->enrollments->len, ==, 11);
  g_assert_cmpstr (class_->title, ==, "Mathematics, 5b");
  g_assert_cmpstr (class_->course->title, ==, "Mathematics 5");
  g_assert_cmpstr (class_->course->grades[0], ==, "05");
  g_assert_cmpstr (class_->school->name, ==, "Lake School");
  g_assert_cmpstr (class_->kind, ==, "scheduled");
  g_assert_cmpstr (class_->grades[1], ==, "06");
  g_assert_cmpuint (class_->terms->len, ==, 2);
  g_assert_cmpstr (((const PzRosterSession *) g_ptr_array_index (class_->terms, 1))->end_date, ==, "2027-06-29");
  assert_ids (class_->students, "s-1 s-2");
  assert_ids (class_->teachers, "t-1 t-2");
  g_assert_cmpstr (person->family_name, ==, "O'Neil, jr.");
  g_assert_cmpstr (person->middle_name, ==, "Jo");
  g_assert_cmpstr (pz_roster_find_person (roster, "s-1")->agents[0], ==, "p-1");
  g_assert_cmpstr (pz_roster_find_person (roster, "p-1")->phone, ==, "+49 170 1");
  g_assert_cmpint (pz_roster_find_person (roster, "p-1")->role, ==, PZ_ROSTER_ROLE_GUARDIAN);
  contacts = pz_roster_find_person (roster, "s-1")->contacts;
  g_assert_cmpuint (contacts->len, ==, 1);
  g_assert_cmpstr (((PzRosterPerson *) g_ptr_array_index (contacts, 0))->sourced_id, ==, "p-1");
  g_assert_null (person->birth_date);
  g_assert_null (person->demographics);
}

static void
test_reports_1_1 (void)
{
  g_autoptr(PzRosterSource) source = open_fixture ("oneroster-1.1");
  g_autoptr(PzRoster) roster = load (source, NULL);

  assert_count (roster, PZ_ROSTER_CODE_NO_SUCH_COURSE, 1);
  assert_count (roster, PZ_ROSTER_CODE_NO_SUCH_ORG, 1);
  assert_count (roster, PZ_ROSTER_CODE_NO_SUCH_SESSION, 1);
  assert_count (roster, PZ_ROSTER_CODE_NO_SUCH_CLASS, 1);
  assert_count (roster, PZ_ROSTER_CODE_NO_SUCH_USER, 1);
  assert_count (roster, PZ_ROSTER_CODE_ROLE_DIFFERS, 1);
  assert_count (roster, PZ_ROSTER_CODE_NO_ID, 1);
  assert_count (roster, PZ_ROSTER_CODE_ID_TWICE, 1);
  assert_count (roster, PZ_ROSTER_CODE_NO_NAME, 1);
  assert_count (roster, PZ_ROSTER_CODE_NO_FAMILY_NAME, 1);
  assert_count (roster, PZ_ROSTER_CODE_ROW_LONG, 1);
  assert_count (roster, PZ_ROSTER_CODE_ROW_SHORT, 1);
  assert_count (roster, PZ_ROSTER_CODE_COLUMN_WITHOUT_NAME, 1);
  assert_count (roster, PZ_ROSTER_CODE_UNKNOWN_COLUMNS, 2);
  assert_count (roster, PZ_ROSTER_CODE_OTHER_COLUMN_NAME, 3);
  assert_count (roster, PZ_ROSTER_CODE_CREDENTIALS_DROPPED, 2);
  assert_count (roster, PZ_ROSTER_CODE_DATE_AMBIGUOUS, 1);
  assert_count (roster, PZ_ROSTER_CODE_MANIFEST_MISSING, 0);
  assert_count (roster, PZ_ROSTER_CODE_SAME_PERSON, 1); /* two students of one number; a mother's address is no double */
}

static void
test_demographics_on_request (void)
{
  static const char *const wanted[] = { "birthDate", "sex", NULL };
  PzOneRosterOptions options = { .demographics = wanted };
  g_autoptr(PzRosterSource) source = open_fixture ("oneroster-1.1");
  g_autoptr(PzRoster) asked = load (source, &options);
  g_autoptr(PzRoster) answered = NULL;
  g_auto(GStrv) columns = pz_one_roster_list_demographics (source);
  g_autofree char *names = g_strjoinv (" ", columns);
  const PzRosterPerson *person = pz_roster_find_person (asked, "s-1");

  g_assert_cmpstr (names, ==, "birthdate sex asian cityOfBirth");
  g_assert_true (asked->needs_day_order);
  g_assert_null (person->birth_date);
  g_assert_cmpuint (g_hash_table_size (person->demographics), ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (person->demographics, "sex"), ==, "female");
  g_assert_cmpstr (pz_roster_find_person (asked, "s-2")->birth_date, ==, "2015-06-01");

  options.day_order = PZ_DAY_ORDER_DAY_FIRST;
  answered = load (source, &options);
  g_assert_false (answered->needs_day_order);
  g_assert_cmpstr (pz_roster_find_person (answered, "s-1")->birth_date, ==, "2015-05-04");
}

static void
test_reads_1_2_without_manifest (void)
{
  static const char *const known[] = { "u-5", NULL };
  g_autoptr(PzRosterSource) source = open_fixture ("oneroster-1.2");
  g_autoptr(PzRoster) roster = load (source, NULL);
  const PzRosterClass *class_ = pz_roster_find_class (roster, "class-1");
  g_autoptr(GPtrArray) gone = pz_roster_list_gone (roster, class_, known);
  const PzRosterPerson *person = pz_roster_find_person (roster, "u-1");

  g_assert_cmpint (roster->version, ==, PZ_ROSTER_VERSION_1_2);
  g_assert_true (roster->version_guessed);
  g_assert_cmpint (roster->users_mode, ==, PZ_ROSTER_MODE_UNKNOWN);
  g_assert_cmpuint (gone->len, ==, 0);
  assert_ids (class_->students, "u-1");
  assert_ids (class_->teachers, "u-2");
  g_assert_cmpint (person->role, ==, PZ_ROSTER_ROLE_STUDENT);
  g_assert_cmpstr (person->preferred_name, ==, "Kim");
  g_assert_cmpstr (person->pronouns, ==, "they/them");
  g_assert_cmpstr (person->identifier, ==, "m-1");
  g_assert_cmpuint (g_strv_length (person->orgs), ==, 2);
  assert_count (roster, PZ_ROSTER_CODE_MANIFEST_MISSING, 1);
  assert_count (roster, PZ_ROSTER_CODE_VERSION_GUESSED, 1);
  assert_count (roster, PZ_ROSTER_CODE_NO_SUCH_USER, 1);
  assert_count (roster, PZ_ROSTER_CODE_ROLE_DIFFERS, 0);
}

static void
test_whole_school (gconstpointer version)
{
  g_autoptr(GBytes) zip = roster_make_zip (GPOINTER_TO_INT (version) == 12);
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("school.zip", zip, NULL);
  g_autoptr(PzRoster) roster = load (source, NULL);
  g_autoptr(PzRosterPerson) me = pz_roster_person_new ();
  g_autoptr(GPtrArray) classes = NULL;
  g_autoptr(GPtrArray) all = NULL;
  guint n_mine;

  g_assert_cmpint (roster->version, ==, GPOINTER_TO_INT (version) == 12 ? PZ_ROSTER_VERSION_1_2
                                                                        : PZ_ROSTER_VERSION_1_1);
  g_assert_cmpuint (roster->classes->len, ==, ROSTER_MAKER_CLASSES);
  g_assert_cmpuint (roster->people->len, ==, ROSTER_MAKER_PEOPLE);
  g_assert_cmpuint (pz_roster_messages_count (roster->messages, PZ_ROSTER_WARNING), ==, 0);
  g_assert_cmpuint (pz_roster_messages_count (roster->messages, PZ_ROSTER_ERROR), ==, 0);
  me->email = g_strdup ("TEACHER-46@school.example");
  classes = pz_roster_list_classes (roster, me, &n_mine);
  g_assert_cmpuint (n_mine, ==, 1);
  g_assert_cmpuint (classes->len, ==, ROSTER_MAKER_CLASSES);
  g_assert_cmpstr (((const PzRosterClass *) g_ptr_array_index (classes, 0))->title, ==, "Class 7");
  g_assert_cmpstr (((const PzRosterClass *) g_ptr_array_index (classes, 1))->title, ==, "Class 1");
  g_assert_cmpstr (((const PzRosterClass *) g_ptr_array_index (classes, 9))->title, ==, "Class 10");
  all = pz_roster_list_classes (roster, NULL, &n_mine);
  g_assert_cmpuint (n_mine, ==, 0);
  for (guint i = 0; i < all->len; i++)
    {
      const PzRosterClass *class_ = g_ptr_array_index (all, i);
      const PzRosterPerson *primary = g_ptr_array_index (class_->teachers, 0);

      g_assert_cmpuint (class_->students->len, ==, ROSTER_MAKER_CLASS_SIZE);
      g_assert_cmpuint (class_->teachers->len, ==, 2);
      g_assert_cmpint (atoi (primary->sourced_id + strlen ("teacher-")), >=, ROSTER_MAKER_CLASSES);
    }
}

static PzRoster *
load_texts (const RosterEntry *entries,
            gsize              n)
{
  g_autoptr(GBytes) zip = roster_pack (entries, n, NULL);
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("x.zip", zip, NULL);

  return load (source, NULL);
}

static void
test_promised_files_that_are_missing (void)
{
  static const RosterEntry entries[] = {
    { "manifest.csv", "propertyName,value\noneroster.version,1.1\nfile.users,bulk\nfile.enrollments,bulk\n", NULL },
    { "users.csv", "sourcedId,role,givenName,familyName\na,student,A,B\n", NULL },
  };
  g_autoptr(PzRoster) roster = load_texts (entries, G_N_ELEMENTS (entries));

  assert_count (roster, PZ_ROSTER_CODE_NO_ENROLLMENTS, 1);
  assert_count (roster, PZ_ROSTER_CODE_FILE_MISSING, 1);
  g_assert_cmpint (roster->users_mode, ==, PZ_ROSTER_MODE_BULK);
  g_assert_cmpint (roster->enrollments_mode, ==, PZ_ROSTER_MODE_ABSENT);
}

static void
test_learns_day_order (void)
{
  static const RosterEntry entries[] = {
    { "classes.csv", "sourcedId,title,courseSourcedId\nk,K,\n", NULL },
    { "academicSessions.csv", "sourcedId,title,startDate,endDate\ns,S,3/02/2026,26/06/2026\n", NULL },
  };
  g_autoptr(PzRoster) roster = load_texts (entries, G_N_ELEMENTS (entries));
  const PzRosterSession *session = g_ptr_array_index (roster->sessions, 0);

  g_assert_false (roster->needs_day_order);
  g_assert_cmpuint (roster->day_order, ==, PZ_DAY_ORDER_DAY_FIRST);
  g_assert_cmpstr (session->start_date, ==, "2026-02-03");
}

static void
test_refuses_what_is_no_roster (void)
{
  static const char text[] = "First name,Last name\nAnna,Meier\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("list.csv", bytes, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (pz_one_roster_load (source, NULL, &error));
  g_assert_error (error, PZ_ERROR, PZ_ERROR_INVALID);
}

static void
test_messages_hold_no_names (void)
{
  static const char *const secrets[] = { "Amy", "Cruz", "Twice", "amy@", "hunter2", "s-1", "Bergen" };
  g_autoptr(PzRosterSource) source = open_fixture ("oneroster-1.1");
  g_autoptr(PzRoster) roster = load (source, NULL);

  for (guint i = 0; i < pz_roster_messages_get_n (roster->messages); i++)
    {
      g_autofree char *line = pz_roster_message_format (pz_roster_messages_get (roster->messages, i));

      for (gsize j = 0; j < G_N_ELEMENTS (secrets); j++)
        g_assert_null (strstr (line, secrets[j]));
    }
}

/* a password of the fixture, each letter raised by one: the program itself must not hold the word */
static const char hidden[] = "Us1vc5eps";

static gboolean
is_hidden_word (const char *at)
{
  for (gsize i = 0; i < strlen (hidden); i++)
    if (at[i] + 1 != hidden[i])
      return FALSE;
  return TRUE;
}

static guint
count_hidden_word (int     memory,
                   char   *chunk,
                   guint64 from,
                   guint64 to)
{
  guint found = 0;

  for (guint64 at = from; at + strlen (hidden) < to; at += 65536 - (strlen (hidden) - 1)) /* each place once */
    {
      gssize n = pread (memory, chunk, MIN (65536, to - at), (off_t) at);

      for (gssize i = 0; i + (gssize) strlen (hidden) <= n; i++)
        found += is_hidden_word (chunk + i);
    }
  return found;
}

/* In everything this process alone may write to. What is read comes to lie in memory that is shared, so that the
 * search does not find its own copies. */
static guint
search_memory (void)
{
  g_autofree char *maps = NULL;
  g_auto(GStrv) lines = NULL;
  char *chunk = mmap (NULL, 65536, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  int memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  guint found = 0;

  g_assert_true (chunk != MAP_FAILED);
  g_assert_true (g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL));
  lines = g_strsplit (maps, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *rights = strchr (lines[i], ' ');
      char *end;
      guint64 from, to;

      if (rights == NULL || !g_str_has_prefix (rights, " rw") || rights[4] != 'p')
        continue;
      from = g_ascii_strtoull (lines[i], &end, 16);
      to = g_ascii_strtoull (end + 1, NULL, 16);
      if (to - from < 512 * 1024 * 1024) /* not the shadow of a sanitizer */
        found += count_hidden_word (memory, chunk, from, to);
    }
  close (memory);
  munmap (chunk, 65536);
  return found;
}

static void
test_passwords_do_not_linger (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "exchange", "oneroster-1.1", "users.csv", NULL);
  g_autoptr(PzRosterSource) source = NULL;
  g_autoptr(PzRoster) roster = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_test ("/proc/self/mem", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("this system does not show a process its memory");
      return;
    }
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_assert_cmpuint (search_memory (), ==, 1); /* the search works */
  memset (text, 0, length);
  source = open_fixture ("oneroster-1.1");
  roster = load (source, NULL);
  g_assert_cmpuint (search_memory (), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/one-roster/reads-1.1", test_reads_1_1);
  g_test_add_func ("/exchange/one-roster/reports-1.1", test_reports_1_1);
  g_test_add_func ("/exchange/one-roster/demographics-on-request", test_demographics_on_request);
  g_test_add_func ("/exchange/one-roster/reads-1.2-without-manifest", test_reads_1_2_without_manifest);
  g_test_add_data_func ("/exchange/one-roster/whole-school-1.1", GINT_TO_POINTER (11), test_whole_school);
  g_test_add_data_func ("/exchange/one-roster/whole-school-1.2", GINT_TO_POINTER (12), test_whole_school);
  g_test_add_func ("/exchange/one-roster/promised-files-that-are-missing", test_promised_files_that_are_missing);
  g_test_add_func ("/exchange/one-roster/learns-day-order", test_learns_day_order);
  g_test_add_func ("/exchange/one-roster/refuses-what-is-no-roster", test_refuses_what_is_no_roster);
  g_test_add_func ("/exchange/one-roster/messages-hold-no-names", test_messages_hold_no_names);
  g_test_add_func ("/exchange/one-roster/passwords-do-not-linger", test_passwords_do_not_linger);
  return g_test_run ();
}
