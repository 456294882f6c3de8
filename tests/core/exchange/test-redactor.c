/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-redactor.h"

#define MARK "[another learner]"

typedef struct
{
  const char *text;
  const char *expected;
} Row;

static void
check_rows (PzRedactor *redactor,
            const Row  *rows,
            gsize       n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autofree char *result = pz_redactor_apply (redactor, rows[i].text);

      g_assert_cmpstr (result, ==, rows[i].expected);
    }
}

static void
test_takes_names_out (void)
{
  static const Row rows[] = {
    { "", "" },
    { "Worked alone.", "Worked alone." },
    { "Worked with Amina.", "Worked with " MARK "." },
    { "amina helped, AMINA too", MARK " helped, " MARK " too" },
    { "Amina Yusuf and Chloe (in Amina's group)", MARK " and " MARK " (in " MARK "'s group)" },
    { "Aminas Heft, Eliften", MARK " Heft, " MARK },
    { "Animals in the minaret", "Animals in the minaret" },
    { "Featherstone-Abernathy", MARK "-" MARK },
    { "line one\nYusuf", "line one\n" MARK },
  };
  g_autoptr(PzRedactor) redactor = pz_redactor_new ();

  pz_redactor_add_name (redactor, "Amina");
  pz_redactor_add_name (redactor, "Yusuf");
  pz_redactor_add_name (redactor, "Chloé");
  pz_redactor_add_name (redactor, "Elif");
  pz_redactor_add_name (redactor, "Featherstone-Abernathy");
  pz_redactor_add_name (redactor, NULL);
  check_rows (redactor, rows, G_N_ELEMENTS (rows));
}

static void
test_leaves_common_words (void)
{
  static const Row rows[] = {
    { "van der de la: Joris Meulen sat at the window", "van der de la: " MARK " sat at the window" },
    { "A b c", "A b c" },
  };
  g_autoptr(PzRedactor) redactor = pz_redactor_new ();

  pz_redactor_add_name (redactor, "Joris");
  pz_redactor_add_name (redactor, "van der Meulen");
  pz_redactor_add_name (redactor, "de la B");
  check_rows (redactor, rows, G_N_ELEMENTS (rows));
}

static void
test_keeps_own_name (void)
{
  static const Row rows[] = {
    { "Hana and the other Hana, Jakub", "Hana and the other Hana, " MARK },
    { "文心和明轩一起", "文心和" MARK "一起" },
  };
  g_autoptr(PzRedactor) redactor = pz_redactor_new ();

  pz_redactor_add_name (redactor, "Hana");
  pz_redactor_add_name (redactor, "Jakub");
  pz_redactor_add_name (redactor, "文心");
  pz_redactor_add_name (redactor, "明轩");
  pz_redactor_keep_name (redactor, "Hana");
  pz_redactor_keep_name (redactor, "文心");
  pz_redactor_keep_name (redactor, NULL);
  check_rows (redactor, rows, G_N_ELEMENTS (rows));
}

static void
test_every_script (void)
{
  static const Row rows[] = {
    { "მუშაობდა ჯუმბერთან", "მუშაობდა " MARK },
    { "عملت مع ليلى", "عملت مع " MARK },
    { "さくらさんと読んだ", MARK "さんと読んだ" },
    { "민준이와 함께", MARK "이와 함께" },
    { "साथ में अनन्या", "साथ में " MARK },
    { "Работала с Остапом", "Работала с " MARK },
  };
  g_autoptr(PzRedactor) redactor = pz_redactor_new ();

  pz_redactor_add_name (redactor, "ჯუმბერ");
  pz_redactor_add_name (redactor, "ليلى");
  pz_redactor_add_name (redactor, "さくら");
  pz_redactor_add_name (redactor, "민준");
  pz_redactor_add_name (redactor, "अनन्या");
  pz_redactor_add_name (redactor, "Остап");
  check_rows (redactor, rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  /* the mark is translated */
  g_setenv ("LANGUAGE", "C", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/redactor/takes-names-out", test_takes_names_out);
  g_test_add_func ("/core/redactor/leaves-common-words", test_leaves_common_words);
  g_test_add_func ("/core/redactor/keeps-own-name", test_keeps_own_name);
  g_test_add_func ("/core/redactor/every-script", test_every_script);
  return g_test_run ();
}
