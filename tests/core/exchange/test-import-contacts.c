/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import.h"
#include "pz-one-roster.h"
#include "roster-maker.h"

/* Parents and other people a roster links to learners. Class c1 has Noor (u1) and Ravi (u2). */
typedef struct
{
  char *folder;
  PzEnvironment *environment;
} Fixture;

#define HEADER "sourcedId,status,role,givenName,familyName,email,sms,phone,agentSourcedIds\n"

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("pz-import-XXXXXX", NULL);
  f->environment = pz_environment_new_fixed (f->folder, 1795392000000, 5);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *command = g_strdup_printf ("rm -rf -- '%s'", f->folder);

  g_assert_finalize_object (f->environment);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (f->folder);
}

/* roles: NULL for version 1.1 */
static PzRoster *
read_roster (const char *users,
             const char *roles)
{
  const RosterEntry entries[] = {
    { "classes.csv", "sourcedId,title,classCode\nc1,Maths,m\n", NULL },
    { "users.csv", users, NULL },
    { "enrollments.csv", "classSourcedId,userSourcedId,role\nc1,u1,student\nc1,u2,student\n", NULL },
    { "roles.csv", roles, NULL },
  };
  g_autoptr(GBytes) bytes = roster_pack (entries, G_N_ELEMENTS (entries) - (roles == NULL), NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("roster.zip", bytes, &error);
  PzRoster *roster;

  g_assert_no_error (error);
  roster = pz_one_roster_load (source, NULL, &error);
  g_assert_no_error (error);
  return roster;
}

/* imports the users into the class, or into a new one; says how many contacts that changed */
static PzClassroom *
import_users (Fixture     *f,
              PzClassroom *into,
              const char  *users,
              guint       *n_contacts)
{
  g_autoptr(PzRoster) roster = read_roster (users, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzImportPlan) plan = pz_import_plan_new_for_class (into, roster, pz_roster_find_class (roster, "c1"), &error);
  PzClassroom *classroom;

  g_assert_no_error (error);
  *n_contacts = pz_import_plan_count_contacts (plan);
  classroom = pz_import_plan_apply (plan, f->environment, &error);
  g_assert_no_error (error);
  return classroom;
}

static PzDocument *
load_noor (PzClassroom *classroom)
{
  GListModel *index = G_LIST_MODEL (pz_classroom_get_index (classroom));

  for (guint i = 0; i < g_list_model_get_n_items (index); i++)
    {
      g_autoptr(PzLearnerRow) row = g_list_model_get_item (index, i);

      if (g_strcmp0 (pz_learner_row_get_sourced_id (row), "u1") == 0)
        return pz_classroom_load (classroom, PZ_DOCUMENT_LEARNER, pz_learner_row_get_id (row), NULL);
    }
  g_assert_not_reached ();
}

static char *
describe (PzRecord *contact)
{
  const guint fields[] = { PZ_CONTACT_NAME, PZ_CONTACT_RELATION, PZ_CONTACT_PHONE, PZ_CONTACT_EMAIL };
  g_autoptr(GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *value = pz_record_get_text (contact, fields[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", value != NULL ? value : "");
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* "name|relation|phone|email;..." of the contacts that are not deleted, in the order of the names */
static void
assert_contacts (PzDocument *learner,
                 const char *expected)
{
  GListModel *contacts = pz_document_get_records (learner, PZ_RECORD_CONTACT);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (contacts); i++)
    {
      g_autoptr(PzRecord) contact = g_list_model_get_item (contacts, i);

      if (!pz_record_is_deleted (contact))
        g_ptr_array_add (lines, describe (contact));
    }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv (";", (char **) lines->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static PzRecord *
first_contact (PzDocument *learner)
{
  g_autoptr(PzRecord) contact = g_list_model_get_item (pz_document_get_records (learner, PZ_RECORD_CONTACT), 0);

  g_assert_nonnull (contact);
  return contact; /* the document holds it */
}

static void
save (PzClassroom *classroom)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (pz_classroom_save (classroom, "Edit", &error));
  g_assert_no_error (error);
}

#define NOOR "u1,,student,Noor,Jansen,,,,"
#define RAVI "u2,,student,Ravi,Patel,,,,\n"
#define ANA "p1,,parent,Ana,Jansen,ana@example.org,,555 0101,"

static void
test_families_become_contacts (Fixture       *f,
                               gconstpointer  data)
{
  /* the learner names the family, the family names the learner, and both do */
  static const struct { const char *users; const char *contacts; } rows[] = {
    { HEADER NOOR "p1\n" RAVI ANA "\n", "Ana Jansen|Parent|555 0101|ana@example.org" },
    { HEADER NOOR "\n" RAVI ANA "u1\n", "Ana Jansen|Parent|555 0101|ana@example.org" },
    { HEADER NOOR "p1\n" RAVI ANA "u1\n", "Ana Jansen|Parent|555 0101|ana@example.org" },
    { HEADER NOOR "\"p1,p2,p3\"\n" RAVI ANA "\np2,,Guardian,Bo,Berg,,555 0102,,\np3,,relative,Cy,Jansen,,,,\n",
      "Ana Jansen|Parent|555 0101|ana@example.org;Bo Berg|Guardian|555 0102|;Cy Jansen|Relative||" },
    { HEADER NOOR "\n" RAVI "a1,,aide,Di,Roy,,,,\"u1,u2\"\n", "Di Roy|Aide||" },
    { HEADER NOOR "p1\n" RAVI "p1,tobedeleted,parent,Ana,Jansen,,,,\n", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint n;
      g_autoptr(PzClassroom) classroom = import_users (f, NULL, rows[i].users, &n);
      g_autoptr(PzDocument) noor = load_noor (classroom);

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      assert_contacts (noor, rows[i].contacts);
      g_assert_cmpuint (pz_index_count_shown (pz_classroom_get_index (classroom)), ==, 2);
    }
}

static void
test_roles_of_1_2_say_who_is_family (Fixture       *f,
                                     gconstpointer  data)
{
  /* Eva teaches here and is Noor's mother; Noor helps younger learners; the counselor is nobody's family */
  g_autoptr(PzRoster) roster = read_roster (
    "sourcedId,givenName,familyName,agentSourcedIds\nu1,Noor,Jansen,\"p1,k1\"\nu2,Ravi,Patel,\np1,Eva,Jansen,\nk1,Kit,Lee,\n",
    "userSourcedId,roleType,role\nu1,primary,student\nu1,secondary,aide\np1,primary,teacher\np1,secondary,parent\n"
    "k1,primary,counselor\n");
  const PzRosterPerson *noor = pz_roster_find_person (roster, "u1");
  const PzRosterPerson *eva = pz_roster_find_person (roster, "p1");

  g_assert_cmpuint (noor->contacts->len, ==, 1);
  g_assert_true (g_ptr_array_index (noor->contacts, 0) == eva);
  g_assert_cmpint (eva->role, ==, PZ_ROSTER_ROLE_TEACHER);
  g_assert_cmpint (eva->relation, ==, PZ_ROSTER_RELATION_PARENT);
  g_assert_null (eva->contacts);
  g_assert_cmpuint (pz_roster_messages_count_code (roster->messages, PZ_ROSTER_CODE_AGENT_LEFT_OUT), ==, 1);
}

static void
test_importing_again_updates (Fixture       *f,
                              gconstpointer  data)
{
  guint n;
  g_autoptr(PzClassroom) classroom = import_users (f, NULL, HEADER NOOR "p1\n" RAVI ANA "\n", &n);
  g_autoptr(PzDocument) noor = load_noor (classroom);
  g_autoptr(PzClassroom) same = NULL;
  g_autoptr(PzClassroom) changed = NULL;

  g_assert_cmpuint (n, ==, 1);
  same = import_users (f, classroom, HEADER NOOR "p1\n" RAVI ANA "\n", &n);
  g_assert_cmpuint (n, ==, 0);
  changed = import_users (f, classroom,
                          HEADER NOOR "p1\n" RAVI "p1,,guardian,Anna,Jansen,ana@example.net,,555 0199,\n", &n);
  g_assert_cmpuint (n, ==, 1);
  assert_contacts (noor, "Anna Jansen|Guardian|555 0199|ana@example.net");
  g_assert_true (pz_classroom_undo (classroom, NULL));
  assert_contacts (noor, "Ana Jansen|Parent|555 0101|ana@example.org");
}

static void
test_what_the_teacher_typed_stays (Fixture       *f,
                                   gconstpointer  data)
{
  guint n;
  g_autoptr(PzClassroom) classroom = import_users (f, NULL, HEADER NOOR "p1\n" RAVI ANA "\n", &n);
  g_autoptr(PzDocument) noor = load_noor (classroom);
  g_autoptr(PzClassroom) same = NULL;
  g_autoptr(PzClassroom) changed = NULL;

  pz_record_set_text (first_contact (noor), PZ_CONTACT_RELATION, "Mother");
  pz_record_set_text (first_contact (noor), PZ_CONTACT_PHONE, "555 7777");
  pz_record_set_text (first_contact (noor), PZ_CONTACT_EMAIL, NULL);
  pz_record_set_text (first_contact (noor), PZ_CONTACT_LANGUAGE, "Dutch");
  save (classroom);
  same = import_users (f, classroom, HEADER NOOR "p1\n" RAVI ANA "\n", &n);
  g_assert_cmpuint (n, ==, 0);
  /* a new address has not been seen by the teacher yet; the number the teacher wrote is still the better one */
  changed = import_users (f, classroom, HEADER NOOR "p1\n" RAVI "p1,,parent,Ana,Jansen,new@example.org,,555 0199,\n", &n);
  g_assert_cmpuint (n, ==, 1);
  assert_contacts (noor, "Ana Jansen|Mother|555 7777|new@example.org");
  g_assert_cmpstr (pz_record_get_text (first_contact (noor), PZ_CONTACT_LANGUAGE), ==, "Dutch");
}

static void
test_a_contact_the_teacher_made_is_recognised (Fixture       *f,
                                               gconstpointer  data)
{
  guint n;
  g_autoptr(PzClassroom) classroom = import_users (f, NULL, HEADER NOOR "\n" RAVI, &n);
  g_autoptr(PzDocument) noor = load_noor (classroom);
  PzRecord *typed = pz_document_add (noor, PZ_RECORD_CONTACT);
  g_autoptr(PzClassroom) same = NULL;
  g_autoptr(PzClassroom) again = NULL;

  g_assert_cmpuint (n, ==, 0);
  pz_record_set_text (typed, PZ_CONTACT_NAME, "ana jansen");
  pz_record_set_text (typed, PZ_CONTACT_PHONE, "555 7777");
  save (classroom);
  same = import_users (f, classroom, HEADER NOOR "p1\n" RAVI ANA "\n", &n);
  assert_contacts (noor, "ana jansen|Parent|555 7777|ana@example.org");
  g_assert_cmpstr (pz_record_get_text (typed, PZ_CONTACT_SOURCED_ID), ==, "p1");
  again = import_users (f, classroom, HEADER NOOR "p1\n" RAVI ANA "\n", &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_a_deleted_contact_stays_deleted (Fixture       *f,
                                      gconstpointer  data)
{
  guint n;
  g_autoptr(PzClassroom) classroom = import_users (f, NULL, HEADER NOOR "p1\n" RAVI ANA "\n", &n);
  g_autoptr(PzDocument) noor = load_noor (classroom);
  g_autoptr(PzClassroom) same = NULL;

  pz_document_delete (noor, first_contact (noor));
  save (classroom);
  same = import_users (f, classroom, HEADER NOOR "p1\n" RAVI "p1,,parent,Ana,Jansen,new@example.org,,1,\n", &n);
  g_assert_cmpuint (n, ==, 0);
  assert_contacts (noor, "");
}

static void
test_nobody_of_a_family_is_a_learner (Fixture       *f,
                                      gconstpointer  data)
{
  /* without enrollments everybody who is a student is offered */
  const RosterEntry entries[] = {
    { "classes.csv", "sourcedId,title,classCode\nc1,Maths,m\n", NULL },
    { "users.csv", HEADER NOOR "p1\n" RAVI ANA "u1\np2,,guardian,Bo,Berg,,,,u1\np3,,relative,Cy,Berg,,,,u2\n", NULL },
  };
  g_autoptr(GBytes) bytes = roster_pack (entries, G_N_ELEMENTS (entries), NULL);
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("roster.zip", bytes, NULL);
  g_autoptr(PzRoster) roster = pz_one_roster_load (source, NULL, NULL);
  g_autoptr(PzImportPlan) plan = pz_import_plan_new_for_class (NULL, roster, pz_roster_find_class (roster, "c1"), NULL);

  g_assert_cmpuint (pz_import_plan_get_n_items (plan), ==, 2);
  g_assert_cmpuint (pz_import_plan_count_contacts (plan), ==, 3);
}

static void
test_hostile_contacts_are_cleaned (Fixture       *f,
                                   gconstpointer  data)
{
  g_autofree char *number = g_strnfill (500, 'n');
  g_autofree char *name = g_strnfill (5000, 'x');
  g_autofree char *users = g_strdup_printf (HEADER NOOR "\"p1,%s\"\n" RAVI "p1,,parent,\"A\tb\n\",%s,,,%s,\n%s,,parent,Too,Long,,,,\n",
                                            number, name, name, number);
  guint n;
  g_autoptr(PzClassroom) classroom = import_users (f, NULL, users, &n);
  g_autoptr(PzDocument) noor = load_noor (classroom);
  g_autoptr(PzClassroom) same = NULL;

  g_assert_cmpint (g_utf8_strlen (pz_record_get_text (first_contact (noor), PZ_CONTACT_NAME), -1), ==, 200);
  same = import_users (f, classroom, users, &n);
  g_assert_cmpuint (n, ==, 0);
}

#define ADD(path, function) g_test_add ("/core/import-contacts/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("families-become-contacts", test_families_become_contacts);
  ADD ("roles-of-1.2-say-who-is-family", test_roles_of_1_2_say_who_is_family);
  ADD ("importing-again-updates", test_importing_again_updates);
  ADD ("what-the-teacher-typed-stays", test_what_the_teacher_typed_stays);
  ADD ("a-contact-the-teacher-made-is-recognised", test_a_contact_the_teacher_made_is_recognised);
  ADD ("a-deleted-contact-stays-deleted", test_a_deleted_contact_stays_deleted);
  ADD ("nobody-of-a-family-is-a-learner", test_nobody_of_a_family_is_a_learner);
  ADD ("hostile-contacts-are-cleaned", test_hostile_contacts_are_cleaned);
  return g_test_run ();
}
