/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-one-roster.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

const char *const pz_fuzz_dictionary[] = {
  "\n--- users.csv\n", "\n--- classes.csv\n", "\n--- enrollments.csv\n", "\n--- roles.csv\n", "\n--- manifest.csv\n",
  "\n--- demographics.csv\n", "\n--- academicSessions.csv\n", "\n--- orgs.csv\n", "\n--- courses.csv\n",
  "sourcedId", "userSourcedId", "classSourcedId", "givenName", "familyName", "role", "roleType", "password", "grade",
  "student", "teacher", "tobedeleted", "bulk", "delta", "birthDate", "1/05/2016", "agentSourcedIds", "parent", ",", "\"", "\r\n", "file.users",
  NULL,
};

/* The input is the files of a roster, each after a line "--- name": so a mutation can damage one and keep the others. */
static GBytes *
pack (const char *text)
{
  struct archive *archive = archive_write_new ();
  g_auto(GStrv) parts = g_strsplit (text, "--- ", -1);
  gsize capacity = strlen (text) * 2 + 65536, used = 0;
  char *data;

  for (guint i = 0; parts[i] != NULL; i++)
    capacity += 1024;
  data = g_malloc (capacity);
  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_open_memory (archive, data, capacity, &used);
  for (guint i = 0; parts[i] != NULL && i < 20; i++)
    {
      char *content = strchr (parts[i], '\n');
      struct archive_entry *entry;

      if (content == NULL || content == parts[i] || content - parts[i] > 100)
        continue;
      *content++ = '\0';
      entry = archive_entry_new ();
      archive_entry_set_pathname (entry, parts[i]);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, (la_int64_t) strlen (content));
      archive_write_header (archive, entry);
      archive_write_data (archive, content, strlen (content));
      archive_entry_free (entry);
    }
  archive_write_close (archive);
  archive_write_free (archive);
  return g_bytes_new_take (data, used);
}

static void
check_learner (const PzRosterPerson *learner)
{
  g_assert_true (learner->active);
  for (guint i = 0; learner->contacts != NULL && i < learner->contacts->len; i++)
    {
      const PzRosterPerson *contact = g_ptr_array_index (learner->contacts, i);

      g_assert_true (contact->active && contact != learner);
      g_assert_cmpint (contact->relation, !=, PZ_ROSTER_RELATION_NONE);
    }
}

static void
check_roster (const PzRoster *roster)
{
  static const char *const known[] = { "s-1", "nobody", NULL };
  g_autoptr(GPtrArray) doubles = pz_roster_list_doubles (roster);
  g_autoptr(PzRosterPerson) me = pz_roster_person_new ();
  g_autoptr(GPtrArray) classes = NULL;
  guint mine;

  me->given_name = g_strdup ("Rose");
  me->family_name = g_strdup ("Hill");
  classes = pz_roster_list_classes (roster, me, &mine);
  g_assert_cmpuint (mine, <=, classes->len);
  for (guint i = 0; i < classes->len; i++)
    {
      const PzRosterClass *class_ = g_ptr_array_index (classes, i);
      g_autoptr(GPtrArray) learners = pz_roster_list_learners (roster, class_);
      g_autoptr(GPtrArray) gone = pz_roster_list_gone (roster, class_, known);

      g_assert_true (gone->len == 0 || pz_roster_may_say_gone (roster));
      for (guint j = 0; j < learners->len; j++)
        check_learner (g_ptr_array_index (learners, j));
    }
  for (guint i = 0; i < doubles->len; i++)
    g_assert_cmpuint (((const PzRosterDouble *) g_ptr_array_index (doubles, i))->people->len, >, 1);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static const char *const demographics[] = { "birthDate", "sex", NULL };
  PzOneRosterOptions options = { .demographics = demographics };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr(GBytes) zip = pack (text);
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("roster.zip", zip, NULL);
  g_autoptr(PzRoster) roster = source != NULL ? pz_one_roster_load (source, &options, NULL) : NULL;

  if (roster != NULL)
    check_roster (roster);
  return 0;
}
