/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-offers.h"
#include "planning-fixture.h"

static gboolean
is_offered (GPtrArray  *offers,
            const char *label)
{
  for (guint i = 0; i < offers->len; i++)
    if (g_str_equal (((const PzGroupOffer *) offers->pdata[i])->label, label))
      return TRUE;
  return FALSE;
}

static void
test_offers_what_is_not_asked_for_yet (PlanningFixture *f,
                                       gconstpointer    data)
{
  PzDocument *classroom = pz_classroom_get_document (f->base.classroom);
  g_autoptr(PzGroupRequest) request = pz_group_request_parse ("size 4\nreadiness mixed:3\nalike interests:2\n", NULL);
  g_autoptr(PzGroupRequest) nothing = pz_group_request_parse ("size 4\n", NULL);
  g_autoptr(GPtrArray) offers = NULL;
  g_autoptr(GPtrArray) all = NULL;

  pz_record_set_text (pz_document_add (classroom, PZ_RECORD_LENS), PZ_LENS_NAME, "Access");
  pz_record_set_text (pz_document_add (classroom, PZ_RECORD_MEASURE), PZ_MEASURE_NAME, "Words a minute");
  offers = pz_group_request_list_offers (request, classroom);
  all = pz_group_request_list_offers (nothing, classroom);
  g_assert_true (is_offered (offers, "New partners"));
  g_assert_true (is_offered (offers, "Access: spread"));
  g_assert_false (is_offered (offers, "Interests: in common"));
  g_assert_false (is_offered (offers, "Readiness: similar")); /* there is one readiness */
  g_assert_true (is_offered (all, "Readiness: similar"));
  g_assert_true (is_offered (all, "Readiness: mixed (Words a minute)"));
}

static void
test_every_offer_can_be_taken (PlanningFixture *f,
                               gconstpointer    data)
{
  PzDocument *classroom = pz_classroom_get_document (f->base.classroom);
  g_autoptr(PzGroupRequest) nothing = pz_group_request_parse ("size 4\n", NULL);
  g_autoptr(GPtrArray) offers = pz_group_request_list_offers (nothing, classroom);

  for (guint i = 0; i < offers->len; i++)
    {
      g_autoptr(PzGroupRequest) request = pz_group_request_parse ("size 4\n", NULL);
      const PzGroupOffer *offer = offers->pdata[i];
      g_autofree char *label = NULL;
      g_autoptr(PzGroupFormation) formation = NULL;
      g_autofree char *text = NULL;

      g_assert_true (pz_group_request_add (request, offer->name, offer->value));
      label = pz_group_request_dup_label (request, 0, classroom);
      g_assert_cmpstr (label, ==, offer->label);
      text = pz_group_request_to_text (request);
      formation = planning_prepare (f, text);
      g_assert_cmpuint (pz_group_problem_get_n_criteria (formation->problem), ==, 1);
    }
}

static void
test_refuses_what_is_no_offer (void)
{
  g_autoptr(PzGroupRequest) request = pz_group_request_new ();

  g_assert_false (pz_group_request_add (request, "readiness", "up"));
  g_assert_cmpuint (request->settings->wishes->len, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  planning_test_add ("/core/group-offers/offers-what-is-not-asked-for-yet", test_offers_what_is_not_asked_for_yet);
  planning_test_add ("/core/group-offers/every-offer-can-be-taken", test_every_offer_can_be_taken);
  g_test_add_func ("/core/group-offers/refuses-what-is-no-offer", test_refuses_what_is_no_offer);
  return g_test_run ();
}
