/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-name-list.h"
#include "pz-one-roster.h"
#include "pz-random.h"
#include "pz-table-import.h"
#include "roster-maker.h"

#include <string.h>

/* what a reader of damaged bytes may say; anything else, and any crash, is a fault of ours */
static void
assert_clear_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == PZ_ERROR);
  g_assert_cmpuint (strlen (error->message), >, 0);
}

static void
read_roster (GBytes *bytes)
{
  static const char *const demographics[] = { "birthDate", "sex", NULL };
  PzOneRosterOptions options = { .demographics = demographics };
  g_autoptr(GError) error = NULL;
  g_autoptr(PzRosterSource) source = pz_roster_source_new_from_bytes ("damaged", bytes, &error);
  g_autoptr(PzRoster) roster = NULL;
  g_autoptr(GPtrArray) classes = NULL;
  g_autoptr(GPtrArray) doubles = NULL;

  if (source == NULL)
    {
      assert_clear_error (error);
      return;
    }
  roster = pz_one_roster_load (source, &options, &error);
  if (roster == NULL)
    {
      assert_clear_error (error);
      return;
    }
  classes = pz_roster_list_classes (roster, NULL, NULL);
  doubles = pz_roster_list_doubles (roster);
}

static void
read_table (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(PzTableImport) table = pz_table_import_new_from_bytes ("damaged.csv", bytes, &error);
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = NULL;

  if (table == NULL)
    {
      assert_clear_error (error);
      return;
    }
  people = pz_table_import_list_people (table, messages, &error);
  if (people == NULL)
    assert_clear_error (error);
}

static void
read_names (GBytes *bytes)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GPtrArray) people = pz_name_list_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                                    messages, NULL);

  g_assert_nonnull (people);
}

static void
cut_everywhere (GBytes  *whole,
                gsize    step,
                void   (*read) (GBytes *))
{
  for (gsize i = 0; i < g_bytes_get_size (whole); i += step)
    {
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (whole, 0, i);

      read (cut);
    }
}

static void
flip_at_random (GBytes *whole,
                guint   times,
                void  (*read) (GBytes *))
{
  PzRandom random;

  pz_random_init (&random, 23);
  for (guint i = 0; i < times; i++)
    {
      gsize length = g_bytes_get_size (whole);
      char *copy = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr(GBytes) flipped = NULL;

      for (guint n = 1 + pz_random_below (&random, 6); n > 0; n--)
        copy[pz_random_below (&random, (guint) length)] ^= (char) (1 << pz_random_below (&random, 8));
      flipped = g_bytes_new_take (copy, length);
      read (flipped);
    }
}

static GBytes *
small_zip (gboolean version_1_2)
{
  g_auto(GStrv) files = roster_make (version_1_2);
  RosterEntry entries[16] = { 0 };
  gsize n = 0;

  for (guint i = 0; files[i] != NULL; i += 2)
    {
      if (strlen (files[i + 1]) > 2500)
        files[i + 1][2500] = '\0';
      entries[n++] = (RosterEntry) { files[i], files[i + 1], NULL };
    }
  return roster_pack (entries, n, NULL);
}

static void
test_damaged_archives (void)
{
  g_autoptr(GBytes) old = small_zip (FALSE);
  g_autoptr(GBytes) new = small_zip (TRUE);

  cut_everywhere (old, 64, read_roster);
  cut_everywhere (new, 64, read_roster);
  flip_at_random (old, 300, read_roster);
  flip_at_random (new, 300, read_roster);
}

/* every file of a roster, damaged, among whole ones */
static void
test_damaged_files (void)
{
  g_auto(GStrv) files = roster_make (TRUE);
  PzRandom random;

  pz_random_init (&random, 5);
  for (guint i = 0; files[i] != NULL; i += 2)
    if (strlen (files[i + 1]) > 4000)
      files[i + 1][4000] = '\0';
  for (guint i = 0; files[i] != NULL; i += 2)
    for (gsize cut = 0; cut < strlen (files[i + 1]); cut += 64)
      {
        RosterEntry entries[16] = { 0 };
        g_autofree char *damaged = g_strndup (files[i + 1], cut + 64);
        g_autoptr(GBytes) zip = NULL;
        gsize n = 0;

        for (guint j = 0; files[j] != NULL; j += 2)
          entries[n++] = (RosterEntry) { files[j], j == i ? damaged : files[j + 1], NULL };
        damaged[pz_random_below (&random, (guint) strlen (damaged))] = (char) (1 + pz_random_below (&random, 255));
        zip = roster_pack (entries, n, NULL);
        read_roster (zip);
      }
}

static void
test_damaged_tables (void)
{
  static const char text[] =
    "\xEF\xBB\xBF" "Vorname;Nachname;Geburtsdatum;Kennwort;Interessen;Bemerkung\r\n"
    "Zoë;\"van \"\"Dijk\"\"\";14.03.2016;\"x;y\";\"a; b\";\"zwei\nZeilen\"\r\n"
    "Ben;Koch;1/05/2016;pw;;\r\n\"Cai;Li\";;;;;\r\n";
  g_autoptr(GBytes) utf_8 = g_bytes_new_static (text, strlen (text));
  gsize length = 0;
  g_autofree char *wide = g_convert (text, -1, "UTF-16LE", "UTF-8", NULL, &length, NULL);
  g_autoptr(GBytes) utf_16 = NULL;

  g_assert_nonnull (wide);
  utf_16 = g_bytes_new_take (g_steal_pointer (&wide), length);
  cut_everywhere (utf_8, 1, read_table);
  cut_everywhere (utf_16, 1, read_table);
  cut_everywhere (utf_8, 1, read_names);
  flip_at_random (utf_8, 3000, read_table);
  flip_at_random (utf_16, 3000, read_table);
  flip_at_random (utf_8, 3000, read_names);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/hostile/damaged-archives", test_damaged_archives);
  g_test_add_func ("/exchange/hostile/damaged-files", test_damaged_files);
  g_test_add_func ("/exchange/hostile/damaged-tables", test_damaged_tables);
  return g_test_run ();
}
