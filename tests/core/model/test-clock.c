/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

static void
test_keeps_what_it_was_given (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", FIXTURE_NOW, 1);
  PzClock *clock = pz_clock_new (environment, FIXTURE_DEVICE);

  g_assert_true (pz_clock_get_environment (clock) == environment);
  g_assert_cmpuint (pz_clock_get_device (clock), ==, FIXTURE_DEVICE);
  g_assert_finalize_object (clock);
}

static void
test_stamps_are_pending_and_rise (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  PzHlc last = 0;

  for (guint i = 0; i < 100000; i++)
    {
      PzStamp stamp = pz_clock_next (clock, 0);

      g_assert_cmpuint (stamp.device, ==, FIXTURE_DEVICE);
      g_assert_true (pz_stamp_is_pending (&stamp));
      g_assert_cmpuint (stamp.clock, >, last);
      last = stamp.clock;
      if (i % 50000 == 10)
        fixture_wait (clock, i == 10 ? -5000 : 1); /* set back by a person: stamps still rise */
    }
  g_assert_cmpuint (PZ_HLC_MS (last), <=, FIXTURE_NOW + 5);
  g_assert_cmpuint (PZ_HLC_MS (last), >=, FIXTURE_NOW);
}

static void
test_time_goes_on (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);

  pz_clock_next (clock, 0);
  fixture_wait (clock, 1234);
  g_assert_cmpuint (PZ_HLC_MS (pz_clock_next (clock, 0).clock), ==, FIXTURE_NOW + 1234);
}

static void
test_is_later_than_what_was_seen (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  PzHlc ahead = PZ_HLC (FIXTURE_NOW + 86400000, 0);

  g_assert_cmpuint (pz_clock_next (clock, ahead).clock, >, ahead);
  /* and the clock itself is not raised */
  g_assert_cmpuint (PZ_HLC_MS (pz_clock_next (clock, 0).clock), ==, FIXTURE_NOW);
  g_assert_cmpuint (pz_clock_next (clock, G_MAXUINT64 - 1).clock, >=, G_MAXUINT64 - 1);
  g_assert_cmpuint (pz_clock_next (clock, G_MAXUINT64).clock, ==, G_MAXUINT64);
}

static void
test_writes_over_one_far_future_stamp_differ (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(GHashTable) given = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  PzHlc ahead = PZ_HLC (FIXTURE_NOW + 86400000, 0);

  for (guint i = 0; i < 20000; i++)
    {
      PzStamp stamp = pz_clock_next (clock, ahead);

      g_assert_true (g_hash_table_add (given, g_memdup2 (&stamp.clock, sizeof stamp.clock)));
    }
}

static void
test_two_programs_begin_at_different_counters (void)
{
  g_autoptr(PzClock) one = fixture_clock (FIXTURE_DEVICE, 1), other = fixture_clock (FIXTURE_DEVICE, 2);

  g_assert_cmpuint (pz_clock_next (one, 0).clock, !=, pz_clock_next (other, 0).clock);
}

static void
test_before_1970_is_the_beginning (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", -5000, 1);
  g_autoptr(PzClock) clock = pz_clock_new (environment, FIXTURE_DEVICE);

  g_assert_cmpuint (PZ_HLC_MS (pz_clock_next (clock, 0).clock), <=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/clock/keeps-what-it-was-given", test_keeps_what_it_was_given);
  g_test_add_func ("/core/clock/stamps-are-pending-and-rise", test_stamps_are_pending_and_rise);
  g_test_add_func ("/core/clock/time-goes-on", test_time_goes_on);
  g_test_add_func ("/core/clock/is-later-than-what-was-seen", test_is_later_than_what_was_seen);
  g_test_add_func ("/core/clock/writes-over-one-far-future-stamp-differ", test_writes_over_one_far_future_stamp_differ);
  g_test_add_func ("/core/clock/two-programs-begin-at-different-counters", test_two_programs_begin_at_different_counters);
  g_test_add_func ("/core/clock/before-1970-is-the-beginning", test_before_1970_is_the_beginning);
  return g_test_run ();
}
