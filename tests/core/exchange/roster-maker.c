/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "roster-maker.h"

#include "pz-csv-writer.h"
#include "pz-random.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

static const char *const given_names[] = {
  "Amina", "Bartholomew", "Chloé", "Davit", "Elif", "Fatou", "Gül", "Hannah", "Íñigo", "Jun", "Kaveh", "Leïla", "Mads",
  "Nuri", "Olu", "Priya", "Quynh", "Rosa", "Søren", "Tomás", "Uma", "Väinö", "Wanjiru", "Xenia", "Yuki", "Zofia",
};
static const char *const family_names[] = {
  "Adeyemi", "Brandt", "Çelik", "Dvořák", "Etxeberria", "Ferrari", "García López", "Hussein", "Ivanova", "Jónsdóttir",
  "Kowalski", "Larsen", "Müller", "Nguyen", "O'Neil", "Papadopoulos", "Quispe", "Rostami", "Saint-Pierre", "Tanaka",
  "Usman", "van der Berg", "Williams", "Xu", "Yusuf", "Zhang",
};

typedef struct
{
  GPtrArray *files; /* name, text, name, text, ... */
  PzCsvWriter *writer;
} Maker;

static void
add_row (Maker *maker, ...)
{
  const char *cell;
  va_list cells;

  va_start (cells, maker);
  while ((cell = va_arg (cells, const char *)) != NULL)
    pz_csv_writer_add_text (maker->writer, cell, -1);
  va_end (cells);
  pz_csv_writer_end_row (maker->writer);
}

static void
begin_file (Maker      *maker,
            const char *name)
{
  g_ptr_array_add (maker->files, g_strdup (name));
  maker->writer = pz_csv_writer_new (',', PZ_CSV_EXACT);
}

static void
end_file (Maker *maker)
{
  g_autoptr(GBytes) bytes = pz_csv_writer_finish (maker->writer);

  g_ptr_array_add (maker->files, g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
  g_clear_pointer (&maker->writer, pz_csv_writer_free);
}

static void
make_manifest (Maker    *maker,
               gboolean  version_1_2)
{
  begin_file (maker, "manifest.csv");
  add_row (maker, "propertyName", "value", NULL);
  add_row (maker, "manifest.version", "1.0", NULL);
  add_row (maker, "oneroster.version", version_1_2 ? "1.2" : "1.1", NULL);
  add_row (maker, "file.orgs", "bulk", NULL);
  add_row (maker, "file.academicSessions", "bulk", NULL);
  add_row (maker, "file.courses", "bulk", NULL);
  add_row (maker, "file.classes", "bulk", NULL);
  add_row (maker, "file.users", "bulk", NULL);
  add_row (maker, "file.enrollments", "bulk", NULL);
  add_row (maker, "file.demographics", "absent", NULL);
  if (version_1_2)
    add_row (maker, "file.roles", "bulk", NULL);
  add_row (maker, "source.systemName", "Maker", NULL);
  end_file (maker);
}

static void
make_frame (Maker *maker)
{
  begin_file (maker, "orgs.csv");
  add_row (maker, "sourcedId", "status", "name", "type", "identifier", "parentSourcedId", NULL);
  add_row (maker, "school-1", "active", "Hill School", "school", "", "", NULL);
  end_file (maker);
  begin_file (maker, "academicSessions.csv");
  add_row (maker, "sourcedId", "status", "title", "type", "startDate", "endDate", "parentSourcedId", "schoolYear", NULL);
  add_row (maker, "term-1", "active", "Autumn", "term", "2026-08-17", "2027-01-29", "", "2027", NULL);
  end_file (maker);
  begin_file (maker, "courses.csv");
  add_row (maker, "sourcedId", "status", "title", "courseCode", "grades", "orgSourcedId", "subjects", NULL);
  add_row (maker, "course-1", "active", "Mathematics", "MATH", "05", "school-1", "Mathematics", NULL);
  end_file (maker);
  begin_file (maker, "classes.csv");
  add_row (maker, "sourcedId", "status", "title", "grades", "courseSourcedId", "classCode", "classType",
           "schoolSourcedId", "termSourcedIds", NULL);
  for (guint i = 1; i <= ROSTER_MAKER_CLASSES; i++)
    {
      g_autofree char *id = g_strdup_printf ("class-%u", i);
      g_autofree char *title = g_strdup_printf ("Class %u", i);

      add_row (maker, id, "active", title, "05,06", "course-1", "", "scheduled", "school-1", "term-1", NULL);
    }
  end_file (maker);
}

/* Returns: id of person @i: first the students, then the teachers */
static char *
person_id (guint i)
{
  return i < ROSTER_MAKER_STUDENTS ? g_strdup_printf ("student-%u", i)
                                   : g_strdup_printf ("teacher-%u", i - ROSTER_MAKER_STUDENTS);
}

static void
make_users (Maker    *maker,
            gboolean  version_1_2)
{
  PzRandom random;

  pz_random_init (&random, 7);
  begin_file (maker, "users.csv");
  if (version_1_2)
    add_row (maker, "sourcedId", "status", "enabledUser", "username", "givenName", "familyName", "email", "password",
             "preferredGivenName", "primaryOrgSourcedId", NULL);
  else
    add_row (maker, "sourcedId", "status", "enabledUser", "orgSourcedIds", "role", "username", "givenName",
             "familyName", "email", "password", NULL);
  for (guint i = 0; i < ROSTER_MAKER_PEOPLE; i++)
    {
      g_autofree char *id = person_id (i);
      g_autofree char *email = g_strdup_printf ("%s@school.example", id);
      g_autofree char *user = g_strdup_printf ("login-%u", i);
      g_autofree char *password = g_strdup_printf ("Secr3t,\"%u", i);
      const char *given = given_names[pz_random_below (&random, G_N_ELEMENTS (given_names))];
      const char *family = family_names[pz_random_below (&random, G_N_ELEMENTS (family_names))];

      if (version_1_2)
        add_row (maker, id, "", "true", user, given, family, email, password, "", "school-1", NULL);
      else
        add_row (maker, id, "", "TRUE", "school-1", i < ROSTER_MAKER_STUDENTS ? "student" : "teacher", user, given,
                 family, email, password, NULL);
    }
  end_file (maker);
}

static void
make_roles (Maker *maker)
{
  begin_file (maker, "roles.csv");
  add_row (maker, "sourcedId", "status", "userSourcedId", "roleType", "role", "orgSourcedId", NULL);
  for (guint i = 0; i < ROSTER_MAKER_PEOPLE; i++)
    {
      g_autofree char *user = person_id (i);
      g_autofree char *id = g_strconcat ("role-", user, NULL);

      add_row (maker, id, "", user, "primary", i < ROSTER_MAKER_STUDENTS ? "student" : "teacher", "school-1", NULL);
    }
  end_file (maker);
}

static void
make_enrollments (Maker *maker)
{
  begin_file (maker, "enrollments.csv");
  add_row (maker, "sourcedId", "status", "classSourcedId", "schoolSourcedId", "userSourcedId", "role", "primary", NULL);
  for (guint i = 0; i < ROSTER_MAKER_PEOPLE; i++)
    {
      gboolean student = i < ROSTER_MAKER_STUDENTS;
      guint place = student ? i / ROSTER_MAKER_CLASS_SIZE : (i - ROSTER_MAKER_STUDENTS) % ROSTER_MAKER_CLASSES;
      g_autofree char *user = person_id (i);
      g_autofree char *id = g_strconcat ("in-", user, NULL);
      g_autofree char *class_ = g_strdup_printf ("class-%u", place + 1);

      /* of the two teachers of a class the second one is the primary */
      add_row (maker, id, "", class_, "school-1", user, student ? "student" : "teacher",
               !student && i >= ROSTER_MAKER_STUDENTS + ROSTER_MAKER_CLASSES ? "true" : "false", NULL);
    }
  end_file (maker);
}

/*
 * roster_make:
 *
 * Invents a school with 40 classes of 28 and two teachers each; always the same one.
 *
 * Returns: (transfer full): names and texts of its files in turn
 */
char **
roster_make (gboolean version_1_2)
{
  Maker maker = { .files = g_ptr_array_new () };

  make_manifest (&maker, version_1_2);
  make_frame (&maker);
  make_users (&maker, version_1_2);
  if (version_1_2)
    make_roles (&maker);
  make_enrollments (&maker);
  g_ptr_array_add (maker.files, NULL);
  return (char **) g_ptr_array_free (maker.files, FALSE);
}

/*
 * roster_pack:
 * @password: (nullable): to encrypt the entries with
 *
 * Returns: (transfer full) (nullable): a zip archive; %NULL when this libarchive cannot encrypt
 */
GBytes *
roster_pack (const RosterEntry *entries,
             gsize              n_entries,
             const char        *password)
{
  struct archive *archive = archive_write_new ();
  gsize capacity = 65536, used = 0;
  char *data;

  for (gsize i = 0; i < n_entries; i++)
    capacity += strlen (entries[i].text) + strlen (entries[i].name) * 2 + 512;
  data = g_malloc0 (capacity);
  archive_write_set_format_zip (archive);
  if (password != NULL
      && (archive_write_set_options (archive, "zip:encryption=traditional") != ARCHIVE_OK
          || archive_write_set_passphrase (archive, password) != ARCHIVE_OK))
    {
      archive_write_free (archive);
      g_free (data);
      return NULL;
    }
  g_assert_cmpint (archive_write_open_memory (archive, data, capacity, &used), ==, ARCHIVE_OK);
  for (gsize i = 0; i < n_entries; i++)
    {
      struct archive_entry *entry = archive_entry_new ();
      gsize length = entries[i].link != NULL ? 0 : strlen (entries[i].text);

      archive_entry_set_pathname (entry, entries[i].name);
      archive_entry_set_filetype (entry, entries[i].link != NULL ? AE_IFLNK : AE_IFREG);
      if (entries[i].link != NULL)
        archive_entry_set_symlink (entry, entries[i].link);
      archive_entry_set_size (entry, (la_int64_t) length);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
      if (length > 0)
        g_assert_cmpint (archive_write_data (archive, entries[i].text, length), ==, (la_ssize_t) length);
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (archive), ==, ARCHIVE_OK);
  archive_write_free (archive);
  return g_bytes_new_take (data, used);
}

/*
 * roster_make_zip:
 *
 * Returns: (transfer full): roster_make() as an archive
 */
GBytes *
roster_make_zip (gboolean version_1_2)
{
  g_auto(GStrv) files = roster_make (version_1_2);
  RosterEntry entries[16] = { 0 };
  gsize n = 0;

  for (guint i = 0; files[i] != NULL; i += 2)
    entries[n++] = (RosterEntry) { files[i], files[i + 1], NULL };
  return roster_pack (entries, n, NULL);
}
