/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-settings.h"
#include "pz-week.h"

#include <locale.h>

static void
test_first_day (void)
{
  GDateWeekday usual = pz_week_get_first_day ();

  g_assert_true (g_date_valid_weekday (usual));
  if (pz_settings_get () == NULL)
    {
      g_test_skip ("without settings nothing can be chosen");
      return;
    }
  pz_settings_set_int (PZ_SETTINGS_FIRST_WEEKDAY, G_DATE_SATURDAY);
  g_assert_cmpint (pz_week_get_first_day (), ==, G_DATE_SATURDAY);
  pz_settings_set_int (PZ_SETTINGS_FIRST_WEEKDAY, 0);
  g_assert_cmpint (pz_week_get_first_day (), ==, usual);
}

static void
test_locales (void)
{
  const struct { const char *locale; GDateWeekday day; } cases[] = {
    { "de_DE.UTF-8", G_DATE_MONDAY }, { "en_US.UTF-8", G_DATE_SUNDAY }, { "C", G_DATE_SUNDAY },
  };
  guint n_tried = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (setlocale (LC_TIME, cases[i].locale) != NULL)
      {
        n_tried++;
        g_assert_cmpint (pz_week_get_first_day (), ==, cases[i].day);
      }
  setlocale (LC_TIME, "");
  g_assert_cmpuint (n_tried, >, 0);
}

static void
test_names (void)
{
  g_autofree char *name = NULL;
  g_autofree char *other = NULL;

  setlocale (LC_TIME, "C");
  name = pz_week_dup_name (G_DATE_MONDAY);
  other = pz_week_dup_short_name (G_DATE_SUNDAY);
  setlocale (LC_TIME, "");
  g_assert_cmpstr (name, ==, "Monday");
  g_assert_cmpstr (other, ==, "Sun");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/week/begins-with-the-chosen-day", test_first_day);
  g_test_add_func ("/ui/week/begins-as-the-locale-has-it", test_locales);
  g_test_add_func ("/ui/week/names-its-days", test_names);
  return g_test_run ();
}
