/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange-fixture.h"
#include "sample-run-fixture.h"

#include <string.h>

static guint
find_culture (const char *language)
{
  for (guint i = 0; i < pz_sample_n_cultures (); i++)
    if (g_str_equal (pz_sample_language (i), language))
      return i;
  g_assert_not_reached ();
}

/* calls the check for many names drawn */
static void
draw_many (const char *language,
           const char *pronouns,
           gboolean    doubled,
           void      (*check) (const char *given,
                               const char *family))
{
  guint culture = find_culture (language);
  PzRandom random;

  pz_random_init (&random, 1);
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *given = NULL;
      g_autofree char *family = NULL;

      pz_sample_draw_name (&random, culture, pronouns, doubled, &given, &family);
      g_assert_true (g_utf8_validate (given, -1, NULL));
      g_assert_true (*given != '\0' && strchr (given, '|') == NULL);
      g_assert_true (family == NULL || (*family != '\0' && strchr (family, '|') == NULL));
      check (given, family);
    }
}

static void
test_many_languages_each_once (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (pz_sample_n_cultures (), >=, 30);
  g_assert_cmpstr (pz_sample_language (PZ_SAMPLE_SCHOOL_CULTURE), ==, "English");
  for (guint i = 0; i < pz_sample_n_cultures (); i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) pz_sample_language (i)));
}

static void
check_daughter (const char *given,
                const char *family)
{
  g_assert_true (g_str_has_suffix (family, "dóttir"));
}

static void
check_son (const char *given,
           const char *family)
{
  g_assert_true (g_str_has_suffix (family, "sson"));
}

static void
check_either (const char *given,
              const char *family)
{
  g_assert_true (g_str_equal (given, "Blær") || g_str_equal (given, "Ýr"));
}

static void
test_names_follow_the_pronouns (Fixture       *fixture,
                                gconstpointer  data)
{
  draw_many ("Icelandic", "she/her", FALSE, check_daughter);
  draw_many ("Icelandic", "he/him", FALSE, check_son);
  draw_many ("Icelandic", "they/them", FALSE, check_either);
  draw_many ("Icelandic", NULL, FALSE, check_either);
}

static void
check_no_family (const char *given,
                 const char *family)
{
  g_assert_null (family);
}

static void
check_father (const char *given,
              const char *family)
{
  static const char *const fathers[] = { "இளங்கோவன்", "செந்தில்", "கதிரவன்", "முகிலன்", "பாரி", NULL };

  g_assert_true (g_strv_contains (fathers, family));
}

static void
test_some_people_have_one_name (Fixture       *fixture,
                                gconstpointer  data)
{
  draw_many ("Tamil", "she/her", FALSE, check_no_family);
  draw_many ("Tamil", "she/her", TRUE, check_father);
}

static guint n_longer;

/* two given names, unless the same was drawn twice; the second family name can be read by who reads the first */
static void
check_double (const char *given,
              const char *family)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (family));
  const char *dash = strrchr (family, '-');

  n_longer += strchr (given, ' ') != NULL && dash != NULL;
  if (dash != NULL)
    g_assert_cmpint (g_unichar_get_script (g_utf8_get_char (dash + 1)), ==, script);
}

static void
test_longer_names_stay_in_one_script (Fixture       *fixture,
                                      gconstpointer  data)
{
  static const char *const languages[] = { "Georgian", "Arabic", "Greek", "Hindi" };

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      n_longer = 0;
      draw_many (languages[i], "he/him", TRUE, check_double);
      g_assert_cmpuint (n_longer, >, 80);
    }
}

static void
test_the_same_seed_names_the_same_people (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *given = NULL, *family = NULL, *given_again = NULL, *family_again = NULL;
  PzRandom random;

  pz_random_init (&random, 5);
  pz_sample_draw_name (&random, 3, "she/her", TRUE, &given, &family);
  pz_random_init (&random, 5);
  pz_sample_draw_name (&random, 3, "she/her", TRUE, &given_again, &family_again);
  g_assert_cmpstr (given, ==, given_again);
  g_assert_cmpstr (family, ==, family_again);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_test_add ("/core/sample-names/many-languages-each-once", test_many_languages_each_once);
  fixture_test_add ("/core/sample-names/names-follow-the-pronouns", test_names_follow_the_pronouns);
  fixture_test_add ("/core/sample-names/some-people-have-one-name", test_some_people_have_one_name);
  fixture_test_add ("/core/sample-names/longer-names-stay-in-one-script", test_longer_names_stay_in_one_script);
  fixture_test_add ("/core/sample-names/the-same-seed-names-the-same-people", test_the_same_seed_names_the_same_people);
  return g_test_run ();
}
