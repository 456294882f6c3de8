/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-trait-private.h"

#include <string.h>

#define ID "d4m7kq2x9v5t0rhb"
#define LEARNER(members) \
  "{\"format\":\"personalize-learner\",\"version\":1,\"id\":\"" ID "\",\"rev\":1,\"learner\":{" members "}}"

static PzTraitFacts *
read_facts (const char *text,
            const char *id)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return pz_trait_facts_read (bytes, id);
}

/* "14 Chess; 18 lens:good" with the number of the field */
static void
assert_facts (const char *text,
              const char *expected)
{
  g_autoptr(PzTraitFacts) facts = read_facts (text, ID);
  g_autoptr(GString) all = g_string_new (NULL);

  g_assert_nonnull (facts);
  g_assert_cmpstr (facts->id, ==, ID);
  for (guint i = 0; i < facts->facts->len; i++)
    {
      const PzTraitFact *fact = &g_array_index (facts->facts, PzTraitFact, i);
      static const char *const names[] = {
        [PZ_FILTER_STRENGTH] = "strength", [PZ_FILTER_NEED] = "need", [PZ_FILTER_INTEREST] = "interest",
        [PZ_FILTER_SUPPORT] = "support", [PZ_FILTER_LANGUAGE] = "language", [PZ_FILTER_LENS] = "lens",
        [PZ_FILTER_DEVICE] = "device", [PZ_FILTER_INTERNET] = "internet", [PZ_FILTER_QUIET_PLACE] = "quiet",
      };

      g_string_append_printf (all, "%s%s %s", i > 0 ? "; " : "", names[fact->field], fact->text);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_takes_what_filters_need (void)
{
  assert_facts (LEARNER ("\"given-name\":\"Noor\",\"home-languages\":[\"Arabic\",\"Dutch\"],\"strengths\":[\"Draws\"],"
                         "\"needs\":[\"Place value\"],\"interests\":[\"Chess\"],\"supports\":[\"Larger print\"],"
                         "\"lens-values\":[\"lens:good\"],\"device-at-home\":\"own\",\"internet-at-home\":\"steady\","
                         "\"quiet-place-at-home\":\"always\""),
                "language Arabic; language Dutch; strength Draws; need Place value; interest Chess; support Larger print; "
                "lens lens:good; device own; internet steady; quiet always");
}

static void
test_a_learner_may_have_nothing (void)
{
  assert_facts (LEARNER (""), "");
  assert_facts (LEARNER ("\"interests\":[],\"needs\":[\"\"],\"device-at-home\":\"\""), "");
}

static void
test_what_is_not_a_text_is_passed_over (void)
{
  assert_facts (LEARNER ("\"interests\":[1,[\"x\"],{\"y\":\"z\"},null,\"Chess\"],\"needs\":\"Place value\",\"device-at-home\":{\"a\":1}"),
                "interest Chess");
}

static void
test_what_cannot_be_read_has_no_facts (void)
{
  g_assert_null (read_facts ("", ID));
  g_assert_null (read_facts (LEARNER ("\"interests\":["), ID));
  g_assert_null (read_facts (LEARNER (""), "another2x9v5t0rh"));
  pz_trait_facts_free (NULL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/trait-facts/takes-what-filters-need", test_takes_what_filters_need);
  g_test_add_func ("/core/trait-facts/a-learner-may-have-nothing", test_a_learner_may_have_nothing);
  g_test_add_func ("/core/trait-facts/what-is-not-a-text-is-passed-over", test_what_is_not_a_text_is_passed_over);
  g_test_add_func ("/core/trait-facts/what-cannot-be-read-has-no-facts", test_what_cannot_be_read_has_no_facts);
  return g_test_run ();
}
