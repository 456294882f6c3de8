/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-crc32c.h"
#include "pz-error.h"
#include "pz-journal.h"

#include <string.h>

#define ID G_GUINT64_CONSTANT (0x00c0ffee12345678)

/* text with the right sum at its end */
static GBytes *
seal (const char *text)
{
  return g_bytes_new_take (g_strdup_printf ("%sCOMMIT %08x\n", text, pz_crc32c (0, text, strlen (text))),
                           strlen (text) + strlen ("COMMIT 00000000\n"));
}

static void
test_format (void)
{
  g_autoptr(PzJournalRecord) record = pz_journal_record_new (ID);
  g_autoptr(GBytes) expected = seal ("PTXN2 00c0ffee12345678 2\n"
                                     "put learners/a.json 27185 0badcafe\n"
                                     "del activities/b.json 0 00000000\n");
  g_autoptr(GBytes) text = NULL;

  pz_journal_record_add_put (record, "learners/a.json", 27185, 0x0badcafe);
  pz_journal_record_add_delete (record, "activities/b.json", 0, 0);
  text = pz_journal_record_format (record);
  g_assert_true (g_bytes_equal (text, expected));
}

static void
test_round_trip (void)
{
  g_autoptr(PzJournalRecord) record = pz_journal_record_new (G_MAXUINT64);
  g_autoptr(PzJournalRecord) again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) text = NULL;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *path = g_strdup_printf ("learners/x%u.json", i);

      if (i % 3 == 0)
        pz_journal_record_add_delete (record, path, i, ~i);
      else
        pz_journal_record_add_put (record, path, (guint64) i << 30, i * 77777);
    }
  text = pz_journal_record_format (record);
  again = pz_journal_record_parse (text, &error);
  g_assert_no_error (error);
  g_assert_cmphex (again->id, ==, G_MAXUINT64);
  g_assert_cmpuint (again->entries->len, ==, 500);
  for (guint i = 0; i < 500; i++)
    {
      PzJournalEntry *a = g_ptr_array_index (record->entries, i);
      PzJournalEntry *b = g_ptr_array_index (again->entries, i);

      g_assert_cmpstr (a->path, ==, b->path);
      g_assert_cmpint (a->is_delete, ==, b->is_delete);
      g_assert_cmpuint (a->size, ==, b->size);
      g_assert_cmphex (a->crc, ==, b->crc);
    }
}

/* each is sealed with the right sum, so it is the rule itself that refuses it */
static void
test_rejects (void)
{
  static const char *const rejects[] = {
    "",
    "\n",
    "PTXN2 00c0ffee12345678 0\n",
    "PTXN2 00c0ffee12345678 1\n",
    "PTXN1 00c0ffee12345678 1\nput a 1 00000000\n",
    "PTXN2 c0ffee12345678 1\nput a 1 00000000\n",
    "PTXN2 00C0FFEE12345678 1\nput a 1 00000000\n",
    "PTXN2 00c0ffee12345678 01\nput a 1 00000000\n",
    "PTXN2 00c0ffee12345678 2\nput a 1 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput a 1 00000000\nput b 1 00000000\n",
    "PTXN2 00c0ffee12345678 99999999999999999999\nput a 1 00000000\n",
    "PTXN2 00c0ffee12345678 1 \nput a 1 00000000\n",
    "PTXN2 00c0ffee12345678 1\nPUT a 1 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput a 1 0000000\n",
    "PTXN2 00c0ffee12345678 1\nput a 1 000000000\n",
    "PTXN2 00c0ffee12345678 1\nput a -1 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput a +1 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput a 0x1 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput a 007 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput a 9999999999999999999 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput a  00000000\n",
    "PTXN2 00c0ffee12345678 1\nput  1 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput ../../etc/x 5 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput /etc/x 5 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput learners//x 5 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput learners/.x 5 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput learners/ 5 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput lock 5 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput journal/txn-0000000000000001.journal 5 00000000\n",
    "PTXN2 00c0ffee12345678 2\nput a 1 00000000\ndel a 1 00000000\n",
    "PTXN2 00c0ffee12345678 1\nput a 1 00000000\n\n",
    "PTXN2 00c0ffee12345678 1\r\nput a 1 00000000\r\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GBytes) bytes = seal (rejects[i]);
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_journal_record_parse (bytes, &error));
      g_assert_error (error, PZ_ERROR, PZ_ERROR_CORRUPT);
    }
}

static GBytes *
good_record (void)
{
  return seal ("PTXN2 00c0ffee12345678 2\nput learners/a.json 27185 0badcafe\ndel activities/b.json 12 00000001\n");
}

static void
test_rejects_every_cut (void)
{
  g_autoptr(GBytes) good = good_record ();

  for (gsize length = 0; length < g_bytes_get_size (good); length++)
    {
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (good, 0, length);

      g_assert_null (pz_journal_record_parse (cut, NULL));
    }
}

static void
test_rejects_every_flipped_bit (void)
{
  g_autoptr(GBytes) good = good_record ();
  gsize length;
  const guint8 *data = g_bytes_get_data (good, &length);

  for (gsize bit = 0; bit < length * 8; bit++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      g_autoptr(GBytes) bytes = NULL;

      copy[bit / 8] ^= (guint8) (1 << bit % 8);
      bytes = g_bytes_new_take (g_steal_pointer (&copy), length);
      g_assert_null (pz_journal_record_parse (bytes, NULL));
    }
}

static void
test_rejects_a_nul_in_a_path (void)
{
  static const char text[] = "PTXN2 00c0ffee12345678 1\nput a\0b 1 00000000\n";
  g_autoptr(GString) whole = g_string_new_len (text, sizeof text - 1);
  g_autoptr(GBytes) bytes = NULL;

  g_string_append_printf (whole, "COMMIT %08x\n", pz_crc32c (0, text, sizeof text - 1));
  bytes = g_bytes_new (whole->str, whole->len);
  g_assert_null (pz_journal_record_parse (bytes, NULL));
}

static void
test_may_hold (void)
{
  g_assert_true (pz_journal_may_hold ("classroom.json"));
  g_assert_true (pz_journal_may_hold ("learners/a.json"));
  g_assert_true (pz_journal_may_hold ("locks"));
  g_assert_false (pz_journal_may_hold (NULL));
  g_assert_false (pz_journal_may_hold ("lock"));
  g_assert_false (pz_journal_may_hold ("lock/x"));
  g_assert_false (pz_journal_may_hold ("journal"));
  g_assert_false (pz_journal_may_hold ("journal/x"));
  g_assert_false (pz_journal_may_hold ("../x"));
}

static void
test_names (void)
{
  g_autofree char *record = pz_journal_record_name (ID);
  g_autofree char *staged = pz_journal_staged_name ("a.json", ID);
  guint64 id = 0;

  g_assert_cmpstr (record, ==, "txn-00c0ffee12345678.journal");
  g_assert_cmpstr (staged, ==, ".a.json.00c0ffee12345678.tmp");
  g_assert_true (pz_journal_parse_name (record, &id));
  g_assert_cmphex (id, ==, ID);
  g_assert_true (pz_journal_parse_name ("txn-0000000000000001.journal.damaged-2", &id));
  g_assert_cmphex (id, ==, 1);
  g_assert_false (pz_journal_parse_name ("txn-1.journal", &id));
  g_assert_false (pz_journal_parse_name ("something.journal", &id));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/journal/format", test_format);
  g_test_add_func ("/core/journal/round-trip", test_round_trip);
  g_test_add_func ("/core/journal/rejects", test_rejects);
  g_test_add_func ("/core/journal/rejects-every-cut", test_rejects_every_cut);
  g_test_add_func ("/core/journal/rejects-every-flipped-bit", test_rejects_every_flipped_bit);
  g_test_add_func ("/core/journal/rejects-a-nul-in-a-path", test_rejects_a_nul_in_a_path);
  g_test_add_func ("/core/journal/may-hold", test_may_hold);
  g_test_add_func ("/core/journal/names", test_names);
  return g_test_run ();
}
