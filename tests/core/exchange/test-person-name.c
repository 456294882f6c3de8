/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-person-name.h"

static void
test_splits (void)
{
  static const struct { const char *text; const char *given; const char *family; } cases[] = {
    { "", NULL, NULL },
    { "Anna", "Anna", NULL },
    { "Anna Meier", "Anna", "Meier" },
    { "  Anna   Maria \t Meier ", "Anna Maria", "Meier" },
    { "Meier, Anna", "Anna", "Meier" },
    { "van der Berg, Jan Willem", "Jan Willem", "van der Berg" },
    { "Meier, Anna, extra", "Anna, extra", "Meier" },
    { "Meier,", NULL, "Meier" },
    { ", Anna", "Anna", NULL },
    { "Jan van der Berg", "Jan", "van der Berg" },
    { "Maria De La Cruz", "Maria", "De La Cruz" },
    { "Omar al-Fayed", "Omar", "al-Fayed" },
    { "Omar Al Fayed", "Omar", "Al Fayed" },
    { "Ludwig van Beethoven", "Ludwig", "van Beethoven" },
    { "Ursula von der Leyen", "Ursula", "von der Leyen" },
    { "José Ortega y Gasset", "José", "Ortega y Gasset" },
    { "Tom Smith Jr.", "Tom", "Smith Jr." },
    { "Le Anh Tu", "Le Anh", "Tu" },
    { "Thi Le Nguyen", "Thi Le", "Nguyen" },
    { "van Dijk", "van", "Dijk" },
    { "محمد بن سلمان", "محمد", "بن سلمان" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *given = NULL;
      g_autofree char *family = NULL;

      g_test_message ("%s", cases[i].text);
      pz_person_name_split (cases[i].text, &given, &family);
      g_assert_cmpstr (given, ==, cases[i].given);
      g_assert_cmpstr (family, ==, cases[i].family);
    }
}

static void
test_cleans (void)
{
  g_autofree char *clean = pz_person_name_clean ("\xEF\xBB\xBF a\x01\xC2\xA0 b\n\xFF");

  g_assert_cmpstr (clean, ==, "a b \xEF\xBF\xBD");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/person-name/splits", test_splits);
  g_test_add_func ("/exchange/person-name/cleans", test_cleans);
  return g_test_run ();
}
