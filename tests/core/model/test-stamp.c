/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-stamp.h"

#include <string.h>

static const PzStamp numbered = { 7, 3, PZ_HLC (1000, 5) };
static const PzStamp pending = { 7, 0, PZ_HLC (1000, 5) };

static void
test_pending_has_no_number (void)
{
  g_assert_true (pz_stamp_is_pending (&pending));
  g_assert_false (pz_stamp_is_pending (&numbered));
}

static void
test_tag_of_a_numbered_write_is_device_and_number (void)
{
  PzStamp same = { 7, 3, PZ_HLC (9, 9) }, other_number = { 7, 4, numbered.clock }, other_device = { 8, 3, numbered.clock };

  g_assert_true (pz_stamp_tag_equal (&numbered, &same));
  g_assert_cmpuint (pz_stamp_tag_hash (&numbered), ==, pz_stamp_tag_hash (&same));
  g_assert_false (pz_stamp_tag_equal (&numbered, &other_number));
  g_assert_false (pz_stamp_tag_equal (&numbered, &other_device));
  g_assert_false (pz_stamp_tag_equal (&numbered, &pending));
  g_assert_cmpuint (pz_stamp_tag_hash (&numbered), !=, pz_stamp_tag_hash (&other_number));
}

static void
test_tag_of_a_pending_write_is_device_and_clock (void)
{
  PzStamp same = pending, later = { 7, 0, pending.clock + 1 };

  g_assert_true (pz_stamp_tag_equal (&pending, &same));
  g_assert_false (pz_stamp_tag_equal (&pending, &later));
  g_assert_cmpuint (pz_stamp_tag_hash (&pending), !=, pz_stamp_tag_hash (&later));
}

static void
test_order_is_clock_then_device_then_number (void)
{
  /* each before the next */
  const PzStamp order[] = { { 9, 9, 1 }, { 1, 9, 2 }, { 2, 1, 2 }, { 2, 2, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint k = 0; k < G_N_ELEMENTS (order); k++)
      g_assert_cmpint (CLAMP (pz_stamp_compare (&order[i], &order[k]), -1, 1), ==, i < k ? -1 : i > k);
}

static void
test_clock_text_reads_back (void)
{
  const PzHlc clocks[] = { 0, PZ_HLC (0x0199249b2c40, 0), PZ_HLC (0xffffffffffff, 0xffff), PZ_HLC (1, 10) };
  const char *const texts[] = { "000000000000-0", "0199249b2c40-0", "ffffffffffff-65535", "000000000001-10" };

  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *text = pz_hlc_format (clocks[i]);
      PzHlc clock = 77;

      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_true (pz_hlc_parse (text, strlen (text), &clock));
      g_assert_cmpuint (clock, ==, clocks[i]);
    }
}

static void
test_what_is_not_a_clock (void)
{
  const char *const texts[] = { "", "0199249b2c40", "0199249b2c40-", "0199249B2c40-0", "0199249b2c4-0", "0199249b2c40-00",
                                "0199249b2c40-01", "0199249b2c40-65536", "0199249b2c40-99999", "0199249b2c40--1",
                                "0199249b2c40-0 ", "0199249b2c4g-0", "0199249b2c40_0", "00199249b2c40-0", "0199249b2c40-123456" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      PzHlc clock = 77;

      g_test_message ("%s", texts[i]);
      g_assert_false (pz_hlc_parse (texts[i], strlen (texts[i]), &clock));
      g_assert_cmpuint (clock, ==, 77);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/stamp/pending-has-no-number", test_pending_has_no_number);
  g_test_add_func ("/core/stamp/tag-of-a-numbered-write-is-device-and-number",
                   test_tag_of_a_numbered_write_is_device_and_number);
  g_test_add_func ("/core/stamp/tag-of-a-pending-write-is-device-and-clock",
                   test_tag_of_a_pending_write_is_device_and_clock);
  g_test_add_func ("/core/stamp/order-is-clock-then-device-then-number", test_order_is_clock_then_device_then_number);
  g_test_add_func ("/core/stamp/clock-text-reads-back", test_clock_text_reads_back);
  g_test_add_func ("/core/stamp/what-is-not-a-clock", test_what_is_not_a_clock);
  return g_test_run ();
}
