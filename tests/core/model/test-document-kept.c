/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"

static void
test_devices_get_a_place (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_learner (clock);

  g_assert_cmpuint (pz_document_device_index (document, 7), ==, 0);
  g_assert_cmpuint (pz_document_device_index (document, 9), ==, 1);
  g_assert_cmpuint (pz_document_device_index (document, 7), ==, 0);
  g_assert_cmpuint (pz_document_get_devices (document)->len, ==, 2);
  g_assert_cmpuint (g_array_index (pz_document_get_devices (document), guint64, 1), ==, 9);
}

static void
test_what_is_not_understood_is_at_hand (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      "\"mood\":1", "{\"devices\":[],\"records\":{\"z1\":{}},\"clockwork\":2}", clock);
  const PzUnknown *member = g_ptr_array_index (pz_document_get_unknown (document), 0);
  const PzUnknown *record = g_ptr_array_index (pz_document_get_unknown_stamps (document), 0);
  const PzUnknown *section = g_ptr_array_index (pz_document_get_unknown_in_stamps (document), 0);

  g_assert_cmpstr (member->name, ==, "mood");
  g_assert_cmpstr (member->slice, ==, "1");
  g_assert_cmpstr (record->name, ==, "z1");
  g_assert_cmpstr (section->name, ==, "clockwork");
}

static void
test_pending_and_conflicts_add_up (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = fixture_parse_learner (
      "\"learner\":{\"given-name\":\"a\",\"notes\":\"b\"},\"goals\":[{\"id\":\"g1\",\"title\":\"c\"}]",
      "{\"devices\":[\"9f1c22d07ab4e356\"],\"records\":{\"" FIXTURE_ID "\":{\"*\":\"0.1.0199249b2c40-0\","
      "\"given-name\":\"0199249b2c41-0\",\"notes\":[\"0.2.0199249b2c41-0\",{\"stamp\":\"0.3.0199249b2c40-0\"}]},"
      "\"g1\":{\"*\":\"0199249b2c45-0\",\"title\":[\"0199249b2c48-0\",{\"stamp\":\"0.4.0199249b2c40-0\",\"value\":\"d\"}]}}}",
      clock);

  g_assert_cmpuint (pz_document_count_pending (document), ==, 3);
  g_assert_cmpuint (pz_document_count_conflicts (document), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document-kept/devices-get-a-place", test_devices_get_a_place);
  g_test_add_func ("/core/document-kept/what-is-not-understood-is-at-hand", test_what_is_not_understood_is_at_hand);
  g_test_add_func ("/core/document-kept/pending-and-conflicts-add-up", test_pending_and_conflicts_add_up);
  return g_test_run ();
}
