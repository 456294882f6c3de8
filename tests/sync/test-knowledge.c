/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-knowledge.h"

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define DEVICE G_GUINT64_CONSTANT (0x3fa94c1d22e0b781)
#define OTHER G_GUINT64_CONSTANT (0x77c0de1b9a3e4f02)
#define DOCUMENT "learners/d4m7kq2x9v5t0rhb"
#define PATH DOCUMENT "/d4m7kq2x9v5t0rhb"

static void
add (PzKnowledge *knowledge,
     guint64      number,
     const char  *field)
{
  PzStamp stamp = { DEVICE, number, PZ_HLC (number, 0) };

  pz_state_map_add (knowledge->state, PATH, field, &stamp, "1");
}

static PzKnowledge *
knowledge_of (guint64 number)
{
  PzKnowledge *knowledge = pz_knowledge_new (CLASSROOM);
  PzHash chain = pz_hash_of ("x", 1);

  for (guint64 n = 0; n < number; n++)
    pz_vector_advance (knowledge->vector, DEVICE, &chain);
  return knowledge;
}

/* the order of snapshots: what one says must be in the other, or have been replaced there */
static void
test_within (void)
{
  g_autoptr(PzKnowledge) small = knowledge_of (2);
  g_autoptr(PzKnowledge) great = knowledge_of (3);

  add (small, 1, "notes");
  add (small, 2, "given-name");
  add (great, 2, "given-name");
  add (great, 3, "notes");
  g_assert_true (pz_knowledge_is_within (small, great));
  g_assert_false (pz_knowledge_is_within (great, small));
  add (great, 1, "family-name"); /* which the smaller one has seen and lost */
  g_assert_false (pz_knowledge_is_within (small, great));
}

static void
test_cloud_settles (void)
{
  g_autoptr(PzKnowledge) knowledge = knowledge_of (1);
  PzStamp early = { DEVICE, 1, 0 }, late = { DEVICE, 2, 0 }, closed = { OTHER, 9, 0 };

  pz_knowledge_add_cloud (knowledge, &early, PATH, "notes");
  pz_knowledge_add_cloud (knowledge, &late, PATH, "*");
  pz_knowledge_add_cloud (knowledge, &closed, PATH, "notes");
  pz_vector_close (knowledge->vector, OTHER, 0);
  g_assert_true (pz_knowledge_covers (knowledge, &late, PATH, "family-name"));
  pz_knowledge_settle (knowledge);
  g_assert_cmpuint (g_hash_table_size (knowledge->cloud), ==, 1);
}

/* a learner who was removed for good: whatever was ever said of them is covered */
static void
test_erased (void)
{
  g_autoptr(PzKnowledge) knowledge = knowledge_of (1), other = knowledge_of (3), goals = knowledge_of (1);
  PzStamp unseen = { OTHER, 7, 0 };

  add (knowledge, 1, "notes");
  pz_knowledge_add_cloud (knowledge, &unseen, PATH, "mood");
  g_assert_false (pz_knowledge_has_erased (knowledge) || pz_knowledge_is_erased (knowledge, PATH));
  pz_knowledge_add_purged (knowledge, DOCUMENT, 1795400000);
  g_assert_true (pz_knowledge_has_erased (knowledge) && pz_knowledge_is_erased (knowledge, PATH));
  g_assert_true (pz_knowledge_is_erased (knowledge, DOCUMENT));
  g_assert_false (pz_knowledge_is_erased (knowledge, DOCUMENT "0"));
  g_assert_true (pz_knowledge_covers (knowledge, &unseen, PATH, "notes"));
  g_assert_cmpuint (pz_state_map_get_size (knowledge->state), ==, 0);
  g_assert_cmpuint (g_hash_table_size (knowledge->cloud), ==, 0);
  pz_knowledge_add_purged (goals, "activities/k3v9qmx2a7hd5w4t", 1795400000); /* no person */
  g_assert_false (pz_knowledge_has_erased (goals));

  g_string_append (knowledge->extra, ",\"mood\":1");
  pz_knowledge_take (other, knowledge);
  g_assert_true (pz_knowledge_is_erased (other, PATH));
  g_assert_cmpuint (pz_vector_get_number (other->vector, DEVICE), ==, 3);
  g_assert_cmpstr (other->extra->str, ==, ",\"mood\":1");
  pz_knowledge_take (knowledge, other);
  g_assert_cmpuint (pz_vector_get_number (knowledge->vector, DEVICE), ==, 3);
}

/* once that is long ago, and every device that counts has written something since */
static void
test_forgets_erased (void)
{
  g_autoptr(PzKnowledge) knowledge = knowledge_of (1);
  const gint64 when = 1795400000, day = 24 * 60 * 60;

  pz_vector_get (knowledge->vector, DEVICE)->seen = when - 1;
  pz_knowledge_add_purged (knowledge, DOCUMENT, when);
  pz_knowledge_forget_purged (knowledge, OTHER, when + 100 * day);
  g_assert_true (pz_knowledge_has_erased (knowledge));
  pz_vector_get (knowledge->vector, DEVICE)->seen = when + 400 * day;
  pz_knowledge_forget_purged (knowledge, OTHER, when + 399 * day);
  g_assert_true (pz_knowledge_has_erased (knowledge));
  pz_knowledge_forget_purged (knowledge, OTHER, when + 500 * day);
  g_assert_false (pz_knowledge_has_erased (knowledge));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/knowledge/one-is-within-another-when-it-says-nothing-more", test_within);
  g_test_add_func ("/sync/knowledge/the-cloud-forgets-what-has-come-or-never-will", test_cloud_settles);
  g_test_add_func ("/sync/knowledge/of-an-erased-learner-all-is-covered", test_erased);
  g_test_add_func ("/sync/knowledge/that-somebody-was-erased-is-forgotten-last", test_forgets_erased);
  return g_test_run ();
}
