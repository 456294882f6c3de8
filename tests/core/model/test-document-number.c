/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-document-writes.h"
#include "pz-learner.h"

static GPtrArray *
new_writes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pz_write_free);
}

static const PzWrite *
find_write (GPtrArray  *writes,
            const char *field)
{
  for (guint i = 0; i < writes->len; i++)
    if (strcmp (((PzWrite *) g_ptr_array_index (writes, i))->field, field) == 0)
      return g_ptr_array_index (writes, i);
  return NULL;
}

/* a new record is one write, whose fields share the tag; later writes are their own */
static void
test_numbers_in_order (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autoptr(GPtrArray) writes = new_writes ();
  g_autoptr(GPtrArray) none = new_writes ();
  PzRecord *owner = pz_document_get_owner (document);
  const PzWrite *write;
  guint64 last;

  pz_record_set_text (owner, PZ_LEARNER_NOTES, "quiet");
  pz_record_set_add (owner, PZ_LEARNER_INTERESTS, "reading");
  g_assert_cmpuint (pz_document_count_pending (document), >, 0);
  last = pz_document_number_writes (document, FIXTURE_DEVICE, 40, writes);
  g_assert_cmpuint (last, ==, 40 + writes->len);
  for (guint i = 0; i < writes->len; i++)
    g_assert_cmpuint (((PzWrite *) g_ptr_array_index (writes, i))->stamp.number, ==, 41 + i);
  write = g_ptr_array_index (writes, 0);
  g_assert_cmpstr (write->field, ==, PZ_WRITE_WHOLE);
  g_assert_true (g_str_has_prefix (write->value, "{\"type\":\"learner\""));
  g_assert_cmpuint (pz_document_count_pending (document), ==, 0);
  g_assert_cmpuint (pz_document_number_writes (document, FIXTURE_DEVICE, last, none), ==, last);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_replaces_and_removals (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autoptr(GPtrArray) first = new_writes ();
  g_autoptr(GPtrArray) second = new_writes ();
  PzRecord *owner = pz_document_get_owner (document);
  const PzWrite *write;
  guint64 last;

  pz_record_set_text (owner, PZ_LEARNER_NOTES, "quiet");
  pz_record_set_add (owner, PZ_LEARNER_INTERESTS, "reading");
  last = pz_document_number_writes (document, FIXTURE_DEVICE, 0, first);
  pz_document_settle (document);
  pz_record_set_text (owner, PZ_LEARNER_NOTES, "loud");
  pz_record_set_text (owner, PZ_LEARNER_NOTES, "louder");
  pz_record_set_remove (owner, PZ_LEARNER_INTERESTS, "reading");
  pz_document_number_writes (document, FIXTURE_DEVICE, last, second);
  g_assert_cmpuint (second->len, ==, 2);
  write = find_write (second, "notes");
  g_assert_cmpstr (write->value, ==, "\"louder\"");
  g_assert_cmpuint (write->replaces->len, ==, 1);
  write = find_write (second, "interests/reading");
  g_assert_null (write->value);
  g_assert_cmpuint (write->replaces->len, ==, 1);
  g_assert_cmpuint (pz_record_get_slot (owner, PZ_LEARNER_INTERESTS)->n_entries, ==, 0);
}

/* in ten thousand histories nothing that never leaves the device gets a number, and nothing else waits afterwards */
static void
test_private_stays (void)
{
  for (guint i = 0; i < FIXTURE_CASES / 10; i++)
    {
      g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, i);
      g_autoptr(GPtrArray) writes = new_writes ();
      g_autoptr(PzDocument) document = NULL;
      const PzSlot *slot;
      PzRandom random;

      pz_random_init (&random, i);
      document = fixture_random (PZ_DOCUMENT_LEARNER, clock, &random, 2);
      pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_PRIVATE_NOTES, "for my eyes");
      pz_document_number_writes (document, FIXTURE_DEVICE, 0, writes);
      for (guint k = 0; k < writes->len; k++)
        {
          const PzWrite *write = g_ptr_array_index (writes, k);

          g_assert_cmpstr (write->field, !=, "private-notes");
          g_assert_true (write->value == NULL || strstr (write->value, "for my eyes") == NULL);
        }
      slot = pz_record_get_slot (pz_document_get_owner (document), PZ_LEARNER_PRIVATE_NOTES);
      g_assert_cmpuint (slot->n_entries, ==, 1);
      g_assert_true (pz_stamp_is_pending (&slot->entries[0].stamp));
      g_assert_cmpuint (pz_document_count_pending (document), ==, 0);
    }
}

static void
test_may_wait (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autoptr(GPtrArray) writes = new_writes ();
  g_autoptr(GBytes) pending = NULL, numbered = NULL, again = NULL, bare = NULL;
  const char *text = "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"" FIXTURE_ID "\"}";

  pending = pz_document_serialize (document);
  g_assert_true (pz_document_may_wait (pending));
  pz_document_number_writes (document, FIXTURE_DEVICE, 0, writes);
  pz_document_settle (document);
  numbered = pz_document_serialize (document);
  g_assert_false (pz_document_may_wait (numbered));
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_NOTES, "x");
  again = pz_document_serialize (document);
  g_assert_true (pz_document_may_wait (again));
  bare = g_bytes_new_static (text, strlen (text));
  g_assert_true (pz_document_may_wait (bare)); /* without stamps: all of it has to be told of */
}

static gboolean
knows (const PzStamp *stamp,
       gpointer       user_data)
{
  return stamp->number <= *(guint64 *) user_data;
}

static void
test_release (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autoptr(GPtrArray) writes = new_writes ();
  PzRecord *owner = pz_document_get_owner (document);
  guint64 last, known;

  last = pz_document_number_writes (document, FIXTURE_DEVICE, 0, writes);
  pz_document_settle (document);
  pz_record_set_text (owner, PZ_LEARNER_NOTES, "late");
  known = last;
  last = pz_document_number_writes (document, FIXTURE_DEVICE, last, writes);
  g_assert_cmpuint (pz_document_release_writes (document, knows, &last), ==, 0);
  g_assert_cmpuint (pz_document_release_writes (document, knows, &known), ==, 1);
  g_assert_cmpuint (pz_document_count_pending (document), ==, 1);
  g_assert_cmpstr (pz_record_get_text (owner, PZ_LEARNER_NOTES), ==, "late");
  g_assert_true (pz_record_get_slot (owner, PZ_LEARNER_NOTES)->entries[0].stamp.clock
                 == ((PzWrite *) g_ptr_array_index (writes, writes->len - 1))->stamp.clock);
}

/* a file without stamps is told of as a whole */
static void
test_release_unstamped (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner ("\"learner\":{\"given-name\":\"Noor\"}", NULL, clock);
  g_autoptr(GPtrArray) writes = new_writes ();
  guint64 all = G_MAXUINT64;

  pz_document_release_writes (document, knows, &all);
  pz_document_number_writes (document, FIXTURE_DEVICE, 0, writes);
  g_assert_cmpuint (writes->len, ==, 2);
  g_assert_cmpstr (find_write (writes, "given-name")->value, ==, "\"Noor\"");
  g_assert_nonnull (find_write (writes, PZ_WRITE_WHOLE));
}

static void
test_move (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);
  g_autoptr(GPtrArray) writes = new_writes ();
  PzRecord *owner = pz_document_get_owner (document);
  gboolean has_star;
  guint64 first, last;
  const PzSlot *slot;

  first = pz_document_number_writes (document, FIXTURE_DEVICE, 0, writes);
  pz_document_settle (document);
  pz_record_set_text (owner, PZ_LEARNER_NOTES, "late");
  last = pz_document_number_writes (document, FIXTURE_DEVICE, first, writes);
  pz_record_set_text (owner, PZ_LEARNER_NOTES, "latest");
  g_assert_cmpuint (last, ==, first + 1);
  pz_document_move_writes (document, FIXTURE_DEVICE, first, FIXTURE_OTHER_DEVICE);
  slot = pz_record_get_slot (owner, PZ_LEARNER_NOTES);
  g_assert_cmphex (g_array_index (slot->entries[0].replaces, PzStamp, 0).device, ==, FIXTURE_OTHER_DEVICE);
  g_assert_cmpuint (g_array_index (slot->entries[0].replaces, PzStamp, 0).number, ==, 1);
  g_assert_cmphex (pz_record_get_star (owner, &has_star)->device, ==, FIXTURE_DEVICE);
}

static void
test_foreign (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) plain = fixture_learner (clock);
  g_autoptr(PzDocument) newer = fixture_parse_learner ("\"learner\":{\"mood\":\"glad\"}", NULL, clock);

  g_autoptr(PzDocument) field = fixture_parse_learner (
    "\"learner\":{}", "{\"devices\":[],\"records\":{\"" FIXTURE_ID "\":{\"mood\":\"0199249b2c40-0\"}}}", clock);
  g_autoptr(PzDocument) record = fixture_parse_learner (
    "\"moods\":[{\"id\":\"z1\"}]", "{\"devices\":[],\"records\":{\"z1\":{\"*\":\"0199249b2c40-0\"}}}", clock);
  g_autoptr(PzDocument) beside = fixture_parse_learner ("\"learner\":{},\"made-by\":\"hand\"", NULL, clock);

  g_assert_false (pz_document_has_foreign (plain));
  g_assert_true (pz_document_has_foreign (newer));
  g_assert_true (pz_document_has_foreign (field));
  g_assert_true (pz_document_has_foreign (record));
  g_assert_false (pz_document_has_foreign (beside));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document-number/pending-writes-get-the-next-numbers", test_numbers_in_order);
  g_test_add_func ("/core/document-number/writes-say-what-they-take-the-place-of", test_replaces_and_removals);
  g_test_add_func ("/core/document-number/what-never-leaves-the-device-gets-none", test_private_stays);
  g_test_add_func ("/core/document-number/a-look-at-the-file-tells-whether-something-may-wait", test_may_wait);
  g_test_add_func ("/core/document-number/what-nobody-can-know-is-pending-again", test_release);
  g_test_add_func ("/core/document-number/a-file-without-stamps-is-told-of-as-a-whole", test_release_unstamped);
  g_test_add_func ("/core/document-number/numbers-move-to-another-device", test_move);
  g_test_add_func ("/core/document-number/members-of-a-newer-version-are-noticed", test_foreign);
  return g_test_run ();
}
