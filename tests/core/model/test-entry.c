/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-entry.h"

static PzEntry
make_entry (const char *text,
            guint64     device,
            guint64     number,
            PzHlc       clock)
{
  PzEntry entry = { pz_value_text (text), { device, number, clock }, FALSE, FALSE, NULL, NULL };

  return entry;
}

static void
take (PzSlot     *slot,
      const char *text,
      guint64     device,
      guint64     number,
      PzHlc       clock)
{
  PzEntry entry = make_entry (text, device, number, clock);

  pz_slot_take (slot, &entry);
  g_assert_cmpint (entry.value.kind, ==, PZ_VALUE_NONE);
}

static void
test_replaced_tags_are_sorted_and_once (void)
{
  const PzStamp tags[] = { { 2, 1, 5 }, { 1, 9, 5 }, { 2, 1, 7 }, { 1, 2, 5 }, { 1, 9, 5 } };
  PzEntry entry = make_entry ("a", 1, 0, 1), read = make_entry ("a", 1, 0, 1);
  g_autoptr(GArray) array = g_array_new (FALSE, FALSE, sizeof (PzStamp));

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    pz_entry_add_replaced (&entry, &tags[i]);
  g_array_append_vals (array, tags, G_N_ELEMENTS (tags));
  pz_entry_set_replaced (&read, array);
  g_assert_cmpuint (entry.replaces->len, ==, 3);
  g_assert_cmpuint (read.replaces->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const PzStamp *tag = &g_array_index (entry.replaces, PzStamp, i);

      g_assert_cmpuint (tag->device, ==, i < 2 ? 1 : 2);
      g_assert_cmpuint (tag->number, ==, i == 0 ? 2 : i == 1 ? 9 : 1);
      g_assert_cmpuint (tag->clock, ==, 0);
      g_assert_true (pz_stamp_tag_equal (tag, &g_array_index (read.replaces, PzStamp, i)));
    }
  g_array_set_size (array, 0);
  pz_entry_set_replaced (&read, array);
  g_assert_null (read.replaces);
  pz_entry_clear (&entry);
  pz_entry_clear (&read);
  g_assert_null (entry.replaces);
}

static void
test_copy_stands_alone (void)
{
  PzEntry entry = make_entry ("a", 1, 0, 1), copy;
  const PzStamp tag = { 3, 4, 0 }, second = { 3, 5, 0 };

  pz_entry_add_replaced (&entry, &tag);
  entry.extra = g_ref_string_new (",\"x\":1");
  copy = pz_entry_copy (&entry);
  pz_entry_add_replaced (&entry, &second);
  pz_entry_clear (&entry);
  g_assert_cmpstr (copy.value.text, ==, "a");
  g_assert_cmpstr (copy.extra, ==, ",\"x\":1");
  g_assert_cmpuint (copy.replaces->len, ==, 1);
  pz_entry_clear (&copy);
}

static void
test_pending_over_pending_inherits_what_it_replaced (void)
{
  PzEntry numbered = make_entry ("a", 1, 7, 1), first = make_entry ("b", 2, 0, 2), second = make_entry ("c", 2, 0, 3);
  PzEntry unstamped = make_entry ("d", 0, 99, 0);

  pz_entry_take_place_of (&first, &numbered);
  pz_entry_take_place_of (&second, &first);
  pz_entry_take_place_of (&second, &unstamped);
  g_assert_cmpuint (second.replaces->len, ==, 1);
  g_assert_cmpuint (g_array_index (second.replaces, PzStamp, 0).number, ==, 7);
  g_assert_true (pz_entry_is_stamped (&first));
  g_assert_false (pz_entry_is_stamped (&unstamped));
  pz_entry_clear (&numbered);
  pz_entry_clear (&first);
  pz_entry_clear (&second);
  pz_entry_clear (&unstamped);
}

static void
test_unites_what_two_copies_know (void)
{
  PzEntry mine = make_entry ("a", 1, 0, 1), other = make_entry ("a", 1, 0, 1);
  const PzStamp tag = { 3, 4, 0 };

  g_assert_false (pz_entry_unite (&mine, &other));
  pz_entry_add_replaced (&other, &tag);
  other.extra = g_ref_string_new (",\"x\":1");
  g_assert_true (pz_entry_unite (&mine, &other));
  g_assert_cmpuint (mine.replaces->len, ==, 1);
  g_assert_cmpstr (mine.extra, ==, other.extra);
  g_assert_false (pz_entry_unite (&mine, &other));
  pz_entry_clear (&mine);
  pz_entry_clear (&other);
}

static void
test_shows_a_value_only (void)
{
  PzEntry entry = make_entry ("a", 1, 1, 1), emptied = make_entry (NULL, 1, 1, 1);

  g_assert_true (pz_entry_shows (&entry));
  entry.gone = TRUE;
  g_assert_false (pz_entry_shows (&entry));
  g_assert_false (pz_entry_shows (&emptied));
  pz_entry_clear (&entry);
}

static void
test_unstamped_tag_is_of_place_and_value (void)
{
  g_auto(PzValue) a = pz_value_text ("a"), b = pz_value_text ("b");
  PzValue number = pz_value_number (2);
  PzStamp stamp = pz_stamp_for_unstamped ("r1", "name", &a), same = pz_stamp_for_unstamped ("r1", "name", &a);
  PzStamp others[] = { pz_stamp_for_unstamped ("r1", "name", &b), pz_stamp_for_unstamped ("r1", "title", &a),
                       pz_stamp_for_unstamped ("r2", "name", &a), pz_stamp_for_unstamped ("r1n", "ame", &a),
                       pz_stamp_for_unstamped ("r1", "name", &number) };

  g_assert_true (pz_stamp_tag_equal (&stamp, &same));
  g_assert_false (pz_stamp_is_pending (&stamp));
  g_assert_cmpuint (stamp.device, ==, 0);
  g_assert_cmpuint (stamp.clock, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (pz_stamp_tag_equal (&stamp, &others[i]));
}

static void
test_same_write_is_tag_and_value (void)
{
  PzSlot slot = { NULL, 0 };
  PzEntry same = make_entry ("a", 1, 5, 9), other_value = make_entry ("b", 1, 5, 9), other_tag = make_entry ("a", 1, 6, 9);

  take (&slot, "a", 1, 5, 9);
  g_assert_true (pz_entry_is_same_write (&slot.entries[0], &same));
  g_assert_true (pz_slot_find_write (&slot, &same) == &slot.entries[0]);
  g_assert_null (pz_slot_find_write (&slot, &other_value));
  g_assert_null (pz_slot_find_write (&slot, &other_tag));
  same.gone = TRUE;
  g_assert_null (pz_slot_find_write (&slot, &same));
  pz_entry_clear (&same);
  pz_entry_clear (&other_value);
  pz_entry_clear (&other_tag);
  pz_slot_clear (&slot);
}

static void
test_single_fields_show_the_latest (void)
{
  PzSlot slot = { NULL, 0 };

  take (&slot, "a", 1, 1, 5);
  take (&slot, "b", 2, 1, 9);
  take (&slot, "c", 3, 1, 9);
  pz_slot_sort (&slot, FALSE);
  g_assert_cmpstr (slot.entries[0].value.text, ==, "c");
  g_assert_cmpstr (slot.entries[1].value.text, ==, "b");
  g_assert_cmpint (pz_entry_compare (&slot.entries[0], &slot.entries[1], FALSE), <, 0);
  g_assert_cmpuint (pz_slot_latest (&slot), ==, 9);
  pz_slot_remove (&slot, 0);
  g_assert_cmpuint (slot.n_entries, ==, 2);
  g_assert_cmpstr (slot.entries[0].value.text, ==, "b");
  pz_slot_clear (&slot);
  g_assert_cmpuint (slot.n_entries, ==, 0);
  g_assert_null (slot.entries);
  g_assert_cmpuint (pz_slot_latest (&slot), ==, 0);
}

static void
test_sets_are_sorted_by_element (void)
{
  PzSlot slot = { NULL, 0 }, other = { NULL, 0 };

  take (&slot, "b", 1, 1, 5);
  take (&slot, "a", 2, 1, 9);
  pz_slot_sort (&slot, TRUE);
  g_assert_cmpstr (slot.entries[0].value.text, ==, "a");
  take (&other, "a", 2, 1, 9);
  g_assert_false (pz_slot_equal (&slot, &other));
  take (&other, "b", 1, 1, 5);
  g_assert_true (pz_slot_equal (&slot, &other));
  pz_entry_add_replaced (&other.entries[1], &slot.entries[0].stamp);
  g_assert_false (pz_slot_equal (&slot, &other));
  pz_slot_clear (&slot);
  pz_slot_clear (&other);
}

/* one by one, in any order, as sorted afterwards */
static void
test_is_inserted_where_sorting_puts_it (void)
{
  static const char *const texts[] = { "d", "a", "c", "a", "b", "d" };

  for (guint is_set = 0; is_set < 2; is_set++)
    {
      PzSlot inserted = { NULL, 0 }, sorted = { NULL, 0 };

      for (guint64 i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          PzEntry entry = make_entry (texts[i], 1 + i % 3, i, 5 + (7 * i) % 4);

          pz_slot_insert (&inserted, &entry, is_set);
          g_assert_cmpint (entry.value.kind, ==, PZ_VALUE_NONE);
          take (&sorted, texts[i], 1 + i % 3, i, 5 + (7 * i) % 4);
        }
      pz_slot_sort (&sorted, is_set);
      g_assert_true (pz_slot_equal (&inserted, &sorted));
      pz_slot_clear (&inserted);
      pz_slot_clear (&sorted);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/entry/replaced-tags-are-sorted-and-once", test_replaced_tags_are_sorted_and_once);
  g_test_add_func ("/core/entry/copy-stands-alone", test_copy_stands_alone);
  g_test_add_func ("/core/entry/pending-over-pending-inherits", test_pending_over_pending_inherits_what_it_replaced);
  g_test_add_func ("/core/entry/unites-what-two-copies-know", test_unites_what_two_copies_know);
  g_test_add_func ("/core/entry/shows-a-value-only", test_shows_a_value_only);
  g_test_add_func ("/core/entry/unstamped-tag-is-of-place-and-value", test_unstamped_tag_is_of_place_and_value);
  g_test_add_func ("/core/entry/same-write-is-tag-and-value", test_same_write_is_tag_and_value);
  g_test_add_func ("/core/entry/single-fields-show-the-latest", test_single_fields_show_the_latest);
  g_test_add_func ("/core/entry/is-inserted-where-sorting-puts-it", test_is_inserted_where_sorting_puts_it);
  g_test_add_func ("/core/entry/sets-are-sorted-by-element", test_sets_are_sorted_by_element);
  return g_test_run ();
}
