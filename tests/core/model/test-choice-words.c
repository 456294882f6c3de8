/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-choice-words.h"

static void
check_field (PzRecordType   type,
             guint          number,
             const PzField *field)
{
  g_auto(GStrv) choices = g_strsplit (field->extra, "|", -1);

  for (guint i = 0; choices[i] != NULL; i++)
    {
      const char *word = pz_choice_words_get (type, number, choices[i]);

      g_test_message ("%s: %s", field->name, choices[i]);
      /* a value is written small, a word begins with a capital */
      g_assert_cmpstr (word, !=, choices[i]);
      g_assert_true (g_unichar_isupper (g_utf8_get_char (word)));
    }
}

static void
test_every_choice_has_a_word (void)
{
  guint n = 0;

  for (guint type = 0; type < PZ_N_RECORD_TYPES; type++)
    {
      const PzRecordSchema *schema = pz_schema_get_record ((PzRecordType) type);

      for (guint i = 0; i < schema->n_fields; i++)
        if (schema->fields[i].kind == PZ_FIELD_CHOICE)
          {
            check_field ((PzRecordType) type, i, &schema->fields[i]);
            n++;
          }
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_words_belong_to_their_field (void)
{
  g_assert_cmpstr (pz_choice_words_get (PZ_RECORD_CHECK_IN, PZ_CHECK_IN_KIND, "self"), ==, "Learner’s own words");
  g_assert_cmpstr (pz_choice_words_get (PZ_RECORD_CHECK_IN, PZ_CHECK_IN_KIND, "own"), ==, "own");
  g_assert_cmpstr (pz_choice_words_get (PZ_RECORD_LEARNER, PZ_LEARNER_DEVICE_AT_HOME, "own"), ==, "Their own");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/choice-words/every-choice-has-a-word", test_every_choice_has_a_word);
  g_test_add_func ("/core/choice-words/words-belong-to-their-field", test_words_belong_to_their_field);
  return g_test_run ();
}
