/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "wire-vectors.h"

#include "pz-knowledge.h"
#include "pz-sync-error.h"

#define CLASSROOM "b7q2mx5k9d0hw4vt"
#define DEVICE G_GUINT64_CONSTANT (0x3fa94c1d22e0b781)
#define OTHER G_GUINT64_CONSTANT (0x77c0de1b9a3e4f02)
#define PATH "learners/d4m7kq2x9v5t0rhb/d4m7kq2x9v5t0rhb"

static void
test_reads_vector (void)
{
  PzObjectName name;
  g_autoptr(GBytes) json = wire_vector_load ("snap-", &name);
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKnowledge) snapshot = pz_snapshot_parse (json, &error);
  g_autoptr(GBytes) again = NULL;
  const PzVectorEntry *entry;
  PzStamp tag = { OTHER, 14, 0 }, value = { DEVICE, 2, 0 };
  guint32 mark;

  g_assert_no_error (error);
  g_assert_cmpstr (snapshot->classroom, ==, CLASSROOM);
  entry = pz_vector_find (snapshot->vector, DEVICE);
  g_assert_cmpuint (entry->number, ==, 4);
  g_assert_cmpstr (entry->name, ==, "Laptop");
  g_assert_true (pz_vector_get_mark (snapshot->vector, DEVICE, 2, &mark));
  g_assert_cmphex (mark, ==, 0x7e974564);
  g_assert_true (pz_vector_find (snapshot->vector, OTHER)->retired);
  g_assert_true (pz_knowledge_covers (snapshot, &tag, PATH, "notes"));
  g_assert_false (pz_knowledge_covers (snapshot, &tag, PATH, "given-name"));
  g_assert_true (pz_state_map_has (snapshot->state, PATH, "given-name", &value));
  g_assert_true (g_hash_table_contains (snapshot->purged, "learners/h7e1d0a4c0c6b4d8"));
  again = pz_snapshot_write (snapshot);
  g_assert_cmpmem (g_bytes_get_data (json, NULL), g_bytes_get_size (json), g_bytes_get_data (again, NULL),
                   g_bytes_get_size (again));
}

#define HEAD "{\"kind\":\"snapshot\",\"minor\":0,\"min_reader\":0,\"classroom\":\"" CLASSROOM "\","

/* old programs must not erase what newer ones say */
static void
test_unknown_survives (void)
{
  const char *text = HEAD "\"vector\":{\"3fa94c1d22e0b781\":{\"n\":0,\"chain\":\"4d3c2b1a00112233445566778899aabb\","
                          "\"first\":1,\"marks\":\"\",\"seen\":0,\"colour\":[1, 2]}},\"cloud\":[],\"purged\":{},\"state\":{"
                          "\"rubrics/d4m7kq2x9v5t0rhb/d4m7kq2x9v5t0rhb\":{\"weight\":[[\"3fa94c1d22e0b781\",3,[1,0],"
                          "{\"kg\":[ 1.50 ]}]]}},\"extra\":{ \"a\" : 1e2 }}";
  g_autoptr(GBytes) json = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(PzKnowledge) snapshot = pz_snapshot_parse (json, &error);
  g_autoptr(GBytes) again = NULL;

  g_assert_no_error (error);
  again = pz_snapshot_write (snapshot);
  g_assert_cmpmem (text, strlen (text), g_bytes_get_data (again, NULL), g_bytes_get_size (again));
}

static void
test_rejects (void)
{
  static const struct
  {
    const char *text;
    int code;
  } rejects[] = {
    { "", PZ_SYNC_ERROR_DAMAGED },
    { "{\"kind\":\"segment\"}", PZ_SYNC_ERROR_DAMAGED },
    { "{\"kind\":\"snapshot\",\"min_reader\":7}", PZ_SYNC_ERROR_TOO_NEW },
    { "{\"vector\":{},\"classroom\":\"" CLASSROOM "\"}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"vector\":{\"3fa94c1d22e0b781\":{\"n\":2,\"chain\":\"4d3c2b1a00112233445566778899aabb\",\"first\":2,"
           "\"marks\":\"00000000\"}}}",
      PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"vector\":{\"3fa94c1d22e0b781\":{\"n\":2,\"chain\":\"4d3c2b1a00112233445566778899aabb\",\"first\":1,"
           "\"marks\":\"4d3c2b1a\"}}}",
      PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"vector\":{\"3fa9\":{}}}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"vector\":{}},", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"vector\":{},\"vector\":{}}", PZ_SYNC_ERROR_DAMAGED },
    { "{\"kind\":\"snapshot\",\"minor\":-1,\"min_reader\":0,\"classroom\":\"" CLASSROOM "\"}", PZ_SYNC_ERROR_DAMAGED },
    { "{\"kind\":\"snapshot\",\"minor\":0,\"min_reader\":1e300,\"classroom\":\"" CLASSROOM "\"}", PZ_SYNC_ERROR_DAMAGED },
    { "{\"kind\":\"snapshot\",\"minor\":0,\"min_reader\":0,\"classroom\":\"\"}", PZ_SYNC_ERROR_DAMAGED },
    { "{\"kind\":\"snapshot\",\"minor\":0,\"min_reader\":0,\"classroom\":7}", PZ_SYNC_ERROR_DAMAGED },
    { "{\"kind\":\"snapshot\",\"minor\":0,\"min_reader\":0}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"cloud\":{}}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"cloud\":[[\"3fa94c1d22e0b781\",1,\"../x\",\"notes\"]]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"cloud\":[[\"3fa94c1d22e0b781\",1,\"" PATH "\"]]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"purged\":[]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"purged\":{\"learners/d4m7kq2x9v5t0rhb\":-1}}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"purged\":{\"learners/d4m7kq2x9v5t0rhb\":\"today\"}}", PZ_SYNC_ERROR_DAMAGED },
    /* nobody could ever take away what these name */
    { HEAD "\"purged\":{\"learners/..\":1795400000}}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"purged\":{\"learners/\":1795400000}}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"purged\":{\"" PATH "\":1795400000}}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"cloud\":[[\"3fa94c1d22e0b781\",0,\"" PATH "\",\"notes\"]]}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"state\":{\"../../x\":{}}}", PZ_SYNC_ERROR_DAMAGED },
    { HEAD "\"state\":{\"" PATH "\":{\"notes\":[[\"3fa94c1d22e0b781\",1,[1,0]]]}}}", PZ_SYNC_ERROR_DAMAGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rejects); i++)
    {
      g_autoptr(GBytes) json = g_bytes_new_static (rejects[i].text, strlen (rejects[i].text));
      g_autoptr(GError) error = NULL;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_null (pz_snapshot_parse (json, &error));
      g_assert_error (error, PZ_SYNC_ERROR, rejects[i].code);
    }
}

/* the members alone, as they stand beside others */
static void
test_members (void)
{
  g_autoptr(PzKnowledge) knowledge = pz_knowledge_new (CLASSROOM), again = pz_knowledge_new (CLASSROOM);
  g_autoptr(GString) members = g_string_new ("{\"mood\":1"), same = g_string_new ("{\"mood\":1");
  g_autoptr(PzJsonReader) reader = NULL;
  PzStamp tag = { OTHER, 14, 0 }, stamp = { DEVICE, 1, PZ_HLC (1, 0) };
  PzHash chain = pz_hash_of ("x", 1);
  guint n_others = 0;

  pz_vector_advance (knowledge->vector, DEVICE, &chain);
  pz_knowledge_add_cloud (knowledge, &tag, PATH, "notes");
  pz_knowledge_add_purged (knowledge, "learners/h7e1d0a4c0c6b4d8", 1795400000);
  pz_state_map_add (knowledge->state, PATH, "notes", &stamp, "1");
  pz_knowledge_write (knowledge, members);
  g_string_append_c (members, '}');
  reader = pz_json_reader_new (members->str, members->len, PZ_JSON_MAX_SIZE);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_OBJECT);
  while (pz_json_reader_next (reader) == PZ_JSON_MEMBER)
    {
      g_autofree char *name = g_strdup (pz_json_reader_get_text (reader, NULL));

      if (pz_knowledge_read_member (again, reader, name))
        continue;
      n_others++;
      g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_NUMBER); /* nothing of it was read */
    }
  g_assert_cmpuint (n_others, ==, 1);
  g_assert_cmpint (pz_json_reader_next (reader), ==, PZ_JSON_END);
  pz_knowledge_write (again, same);
  g_string_append_c (same, '}');
  g_assert_cmpstr (members->str, ==, same->str);
  g_assert_true (pz_knowledge_is_erased (again, "learners/h7e1d0a4c0c6b4d8"));
  g_assert_true (pz_knowledge_covers (again, &tag, PATH, "notes"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/knowledge-json/a-snapshot-of-another-implementation-is-read-and-written-alike", test_reads_vector);
  g_test_add_func ("/sync/knowledge-json/what-a-newer-version-wrote-survives", test_unknown_survives);
  g_test_add_func ("/sync/knowledge-json/refuses-what-is-no-snapshot", test_rejects);
  g_test_add_func ("/sync/knowledge-json/stands-beside-other-members", test_members);
  return g_test_run ();
}
