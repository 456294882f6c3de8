/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model-fixture.h"
#include "pz-document-writes.h"
#include "pz-learner.h"

static void
append_value (const char    *record,
              const char    *field,
              const PzStamp *stamp,
              const char    *value,
              gpointer       user_data)
{
  g_string_append_printf (user_data, "%s %s %" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT " %s\n", record, field,
                          stamp->device, stamp->number, value);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

typedef struct
{
  PzDocument *to;
  gboolean types;
} Taking;

static void
take_value (const char    *record,
            const char    *field,
            const PzStamp *stamp,
            const char    *value,
            gpointer       user_data)
{
  Taking *taking = user_data;

  if ((strcmp (field, PZ_WRITE_TYPE) == 0) == taking->types)
    g_assert_true (pz_document_put_value (taking->to, record, field, stamp, value));
}

/* records before what is in them */
static void
take_values (PzDocument *from,
             PzDocument *to)
{
  Taking taking = { to, TRUE };

  pz_document_each_value (from, take_value, &taking);
  taking.types = FALSE;
  pz_document_each_value (from, take_value, &taking);
}

/* sorted lines, one for each value */
static char *
dup_values (PzDocument *document)
{
  g_autoptr(GString) values = g_string_new (NULL);
  g_auto(GStrv) lines = NULL;
  GPtrArray *sorted = g_ptr_array_new ();
  char *text;

  pz_document_each_value (document, append_value, values);
  lines = g_strsplit (values->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (sorted, lines[i]);
  g_ptr_array_sort (sorted, compare_texts);
  g_ptr_array_add (sorted, NULL);
  text = g_strjoinv ("\n", (char **) sorted->pdata);
  g_ptr_array_unref (sorted);
  return text;
}

static PzDocument *
numbered_learner (PzClock *clock)
{
  g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_write_free);
  PzDocument *document = fixture_learner (clock);

  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_NOTES, "quiet");
  pz_document_number_writes (document, FIXTURE_DEVICE, 0, writes);
  return document;
}

/* what one document gives, another takes: both then say the same, but for what never leaves the device */
static void
test_give_and_take (void)
{
  for (guint i = 0; i < FIXTURE_CASES / 20; i++)
    {
      PzDocumentKind kind = (PzDocumentKind) (i % PZ_N_DOCUMENT_KINDS);
      g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, i);
      g_autoptr(GPtrArray) writes = g_ptr_array_new_with_free_func ((GDestroyNotify) pz_write_free);
      g_autofree char *given = NULL, *taken = NULL;
      g_autoptr(PzDocument) document = NULL;
      g_autoptr(PzDocument) other = NULL;
      PzRandom random;

      pz_random_init (&random, i);
      document = fixture_random (kind, clock, &random, 3);
      pz_document_number_writes (document, FIXTURE_DEVICE, 0, writes);
      given = dup_values (document);
      other = pz_document_new_empty (kind, pz_document_get_id (document), clock);
      take_values (document, other);
      take_values (document, other); /* twice is once */
      taken = dup_values (other);
      g_assert_cmpstr (given, ==, taken);
    }
}

static void
test_no_place (void)
{
  static const struct
  {
    const char *record;
    const char *field;
    const char *value;
  } rows[] = {
    { FIXTURE_ID, "mood", "\"glad\"" },                      /* a field of a newer version */
    { FIXTURE_ID, "private-notes", "\"never from elsewhere\"" },
    { FIXTURE_ID, "interests", "[\"reading\"]" },            /* of a set, elements alone have keys */
    { FIXTURE_ID, "interests/", "true" },
    { FIXTURE_ID, "interests/reading", "false" },
    { FIXTURE_ID, "given-name/x", "true" },
    { FIXTURE_ID, "given-name", "\"\"" },
    { FIXTURE_ID, "type", "\"activity\"" },
    { FIXTURE_ID, "type", "\"learner\"" },                   /* made by another write as well */
    { "g0z1t2k3m4n5p6q7", "title", "\"of no goal we know\"" },
    { "g0z1t2k3m4n5p6q7", "type", "\"rubric\"" },
    { "g0z1t2k3m4n5p6q7", "type", "\"standard\"" },          /* not in a learner's document */
  };
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = numbered_learner (clock);
  g_autofree char *before = fixture_canonical (document);
  g_autofree char *after = NULL;
  PzStamp stamp = { FIXTURE_OTHER_DEVICE, 5, PZ_HLC (7, 0) };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_false (pz_document_put_value (document, rows[i].record, rows[i].field, &stamp, rows[i].value));
    }
  after = fixture_canonical (document);
  g_assert_cmpstr (before, ==, after);
}

static void
test_siblings_and_drop (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = numbered_learner (clock);
  PzRecord *owner = pz_document_get_owner (document);
  PzStamp stamp = { FIXTURE_OTHER_DEVICE, 5, PZ_HLC (7, 0) };

  g_assert_true (pz_document_put_value (document, FIXTURE_ID, "notes", &stamp, "\"loud\""));
  g_assert_cmpuint (pz_record_get_n_values (owner, PZ_LEARNER_NOTES), ==, 2);
  g_assert_cmpstr (pz_record_get_text (owner, PZ_LEARNER_NOTES), ==, "quiet"); /* the later clock */
  g_assert_false (pz_document_drop_value (document, FIXTURE_ID, "given-name", &stamp));
  g_assert_true (pz_document_drop_value (document, FIXTURE_ID, "notes", &stamp));
  g_assert_false (pz_document_drop_value (document, FIXTURE_ID, "notes", &stamp));
  g_assert_cmpuint (pz_record_get_n_values (owner, PZ_LEARNER_NOTES), ==, 1);
}

/* a goal that is removed for good, and a value somebody else wrote in it meanwhile */
static void
test_untyped (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = numbered_learner (clock);
  g_autoptr(GString) left = g_string_new (NULL);
  PzStamp made = { FIXTURE_OTHER_DEVICE, 1, PZ_HLC (7, 0) }, late = { FIXTURE_OTHER_DEVICE, 2, PZ_HLC (8, 0) };
  const char *id = "g0z1t2k3m4n5p6q7";

  g_assert_true (pz_document_put_value (document, id, "type", &made, "\"goal\""));
  g_assert_true (pz_document_put_value (document, id, "title", &made, "\"Reads\""));
  g_assert_true (pz_document_put_value (document, id, "notes", &late, "\"late\""));
  g_assert_true (pz_document_drop_value (document, id, PZ_WRITE_WHOLE, &made));
  g_assert_true (pz_document_drop_untyped (document, append_value, left));
  g_assert_null (pz_document_find (document, id));
  g_assert_nonnull (strstr (left->str, "late"));
  g_assert_null (strstr (left->str, "Reads"));
}

static void
test_untyped_with_pending_stays (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = numbered_learner (clock);
  g_autoptr(GString) left = g_string_new (NULL);
  PzStamp tag = { FIXTURE_DEVICE, 1, 0 };

  pz_document_settle (document);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_NOTES, "written meanwhile");
  pz_document_drop_value (document, FIXTURE_ID, PZ_WRITE_WHOLE, &tag);
  g_assert_true (pz_document_drop_untyped (document, append_value, left));
  g_assert_cmpstr (left->str, ==, "");
  g_assert_cmpuint (pz_document_count_pending (document), >=, 2); /* the note, and the learner itself again */
}

static void
test_owner_goes (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = numbered_learner (clock);
  g_autoptr(GString) left = g_string_new (NULL);
  PzStamp tag = { FIXTURE_DEVICE, 1, 0 }, late = { FIXTURE_OTHER_DEVICE, 2, PZ_HLC (8, 0) };

  pz_document_put_value (document, FIXTURE_ID, "family-name", &late, "\"late\"");
  pz_document_drop_value (document, FIXTURE_ID, PZ_WRITE_WHOLE, &tag);
  g_assert_false (pz_document_drop_untyped (document, append_value, left));
  g_assert_nonnull (strstr (left->str, "late"));
}

static void
count_tag (const char    *record,
           const PzStamp *tag,
           gpointer       user_data)
{
  g_assert_cmpuint (tag->number, !=, 0);
  (*(guint *) user_data)++;
}

/* also what a pending write takes the place of: others still show it */
static void
test_tags (void)
{
  g_autoptr(PzClock) clock = fixture_clock (FIXTURE_DEVICE, 1);
  g_autoptr(PzDocument) document = numbered_learner (clock);
  guint before = 0, after = 0;

  pz_document_each_tag (document, count_tag, &before);
  pz_document_settle (document);
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_NOTES, "pending");
  pz_record_set_text (pz_document_get_owner (document), PZ_LEARNER_PRIVATE_NOTES, "private");
  pz_document_each_tag (document, count_tag, &after);
  g_assert_cmpuint (before, >, 0);
  g_assert_cmpuint (after, ==, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/document-writes/what-one-gives-another-takes", test_give_and_take);
  g_test_add_func ("/core/document-writes/what-has-no-place-changes-nothing", test_no_place);
  g_test_add_func ("/core/document-writes/values-stand-side-by-side-until-one-is-dropped", test_siblings_and_drop);
  g_test_add_func ("/core/document-writes/a-removed-record-leaves-what-others-wrote", test_untyped);
  g_test_add_func ("/core/document-writes/a-record-with-unsent-writes-is-made-anew", test_untyped_with_pending_stays);
  g_test_add_func ("/core/document-writes/a-removed-owner-takes-the-document-along", test_owner_goes);
  g_test_add_func ("/core/document-writes/tags-are-what-others-may-show", test_tags);
  return g_test_run ();
}
