/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-case-private.h"

static void
test_members_go_to_their_fields (void)
{
  static const struct { PzRecordType type; const char *name; int field; } rows[] = {
    { PZ_RECORD_FRAMEWORK, "title", PZ_FRAMEWORK_TITLE },
    { PZ_RECORD_FRAMEWORK, "officialSourceURL", PZ_FRAMEWORK_SOURCE },
    { PZ_RECORD_STANDARD, "fullStatement", PZ_STANDARD_STATEMENT },
    { PZ_RECORD_STANDARD, "humanCodingScheme", PZ_STANDARD_CODE },
    { PZ_RECORD_STANDARD, "notes", PZ_STANDARD_NOTES },
    { PZ_RECORD_ASSOCIATION, "sequenceNumber", PZ_ASSOCIATION_SEQUENCE },
    { PZ_RECORD_ASSOCIATION, "notes", PZ_ASSOCIATION_NOTES },
    { PZ_RECORD_STANDARD, "licenseURI", -1 }, /* known, and kept as it came */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const PzCaseMember *member = pz_case_find_member (rows[i].type, rows[i].name);

      g_test_message ("%s", rows[i].name);
      g_assert_nonnull (member);
      g_assert_cmpint (member->field, ==, rows[i].field);
      g_assert_false (member->other);
    }
}

/* the one of a draft of the format, which some files have */
static void
test_another_spelling_is_known_as_such (void)
{
  const PzCaseMember *member = pz_case_find_member (PZ_RECORD_STANDARD, "educationalLevel");

  g_assert_cmpint (member->field, ==, PZ_STANDARD_EDUCATION_LEVELS);
  g_assert_true (member->other);
}

static void
test_nobody_knows_the_rest (void)
{
  g_assert_null (pz_case_find_member (PZ_RECORD_STANDARD, "fullstatement"));
  g_assert_null (pz_case_find_member (PZ_RECORD_STANDARD, "title")); /* of a framework */
  g_assert_null (pz_case_find_member (PZ_RECORD_FRAMEWORK, ""));
  g_assert_null (pz_case_find_member (PZ_RECORD_ASSOCIATION, "humanCodingScheme"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/core/case-members/" path, function)
  ADD ("members-go-to-their-fields", test_members_go_to_their_fields);
  ADD ("another-spelling-is-known-as-such", test_another_spelling_is_known_as_such);
  ADD ("nobody-knows-the-rest", test_nobody_knows_the_rest);
#undef ADD
  return g_test_run ();
}
