/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-source.h"

#include <math.h>

static void
test_begins_without_contacts_and_absences (void)
{
  g_autoptr(PzAttentionSource) source = pz_attention_source_new ("d4m7kq2x9v5t0rhb");
  g_autoptr(PzAttentionSource) nobody = pz_attention_source_new (NULL);
  g_autofree char *away = pz_day_spans_to_text (source->absences);

  g_assert_cmpstr (source->id, ==, "d4m7kq2x9v5t0rhb");
  g_assert_cmpuint (source->contacts->len, ==, 0);
  g_assert_cmpstr (away, ==, "");
  g_assert_null (nobody->id);
}

static void
test_contacts_stay_in_the_order_they_came (void)
{
  g_autoptr(PzAttentionSource) source = pz_attention_source_new ("a");
  const PzAttentionContact *contacts;

  pz_attention_source_add (source, "2026-11-23", 12, TRUE);
  pz_attention_source_add (source, "2026-11-02", NAN, FALSE);
  g_assert_cmpuint (source->contacts->len, ==, 2);
  contacts = (const PzAttentionContact *) source->contacts->data;
  g_assert_cmpuint (contacts[0].day, ==, pz_day_from_text ("2026-11-23"));
  g_assert_cmpfloat (contacts[0].minutes, ==, 12);
  g_assert_true (contacts[0].one_to_one);
  g_assert_cmpuint (contacts[0].day - contacts[1].day, ==, 21);
  g_assert_true (isnan (contacts[1].minutes));
  g_assert_false (contacts[1].one_to_one);
}

static void
test_a_contact_without_a_day_is_left_out (void)
{
  static const char *const days[] = { NULL, "", "soon", "2026-02-30" };
  g_autoptr(PzAttentionSource) source = pz_attention_source_new ("a");

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    pz_attention_source_add (source, days[i], 5, TRUE);
  g_assert_cmpuint (source->contacts->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/attention-source/begins-without-contacts-and-absences",
                   test_begins_without_contacts_and_absences);
  g_test_add_func ("/core/attention-source/contacts-stay-in-the-order-they-came",
                   test_contacts_stay_in_the_order_they_came);
  g_test_add_func ("/core/attention-source/a-contact-without-a-day-is-left-out",
                   test_a_contact_without_a_day_is_left_out);
  return g_test_run ();
}
