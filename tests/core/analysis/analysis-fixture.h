/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-refusal.h"

#include <math.h>

/* What the tests of the calculations share. */

/* eight weekly values that rise with some scatter */
#define N_WEEKLY 8
G_GNUC_UNUSED static const double weekly_x[N_WEEKLY] = { 0, 7, 14, 21, 28, 35, 42, 49 };
G_GNUC_UNUSED static const double weekly_y[N_WEEKLY] = { 20, 22, 21, 25, 24, 27, 26, 30 };

/* to 1e-9 of the greater of 1 and the expected value */
#define assert_near(value, expected) \
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-9 * MAX (1, fabs ((double) (expected))))

/* to so many digits behind the point, where no more are known */
#define assert_near_digits(value, expected, digits) \
  g_assert_cmpfloat_with_epsilon (value, expected, 0.500001 * pow (10, -(digits)))

#define assert_allowed(refusal) g_assert_cmpint ((refusal).reason, ==, PZ_REFUSAL_NONE)

G_GNUC_UNUSED static void
assert_refused (PzRefusal   refusal,
                const char *text)
{
  g_autofree char *found = pz_refusal_dup_text (refusal);

  g_assert_cmpint (refusal.reason, !=, PZ_REFUSAL_NONE);
  g_assert_cmpstr (found, ==, text);
}
