/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-links.h"

#include <glib/gstdio.h>

static PzRecord *
add_link (PzDocument *document,
          const char *kind,
          const char *origin,
          const char *destination)
{
  PzRecord *record = pz_document_add (document, PZ_RECORD_ASSOCIATION);

  pz_record_set_text (record, PZ_ASSOCIATION_KIND, kind);
  pz_record_set_text (record, PZ_ASSOCIATION_ORIGIN, origin);
  pz_record_set_text (record, PZ_ASSOCIATION_DESTINATION, destination);
  return record;
}

static guint
item_of (PzStandardTree *tree,
         const char     *id)
{
  guint item = PZ_STANDARD_ROOT;

  g_assert_true (pz_standard_tree_find (tree, id, &item));
  return item;
}

static void
test_stand_at_both_ends (void)
{
  g_autofree char *folder = g_dir_make_tmp ("personalize-links-XXXXXX", NULL);
  g_autoptr(PzEnvironment) environment = pz_environment_new_system (folder);
  g_autoptr(PzClock) clock = pz_clock_new (environment, 1);
  g_autoptr(PzDocument) document = pz_document_new (PZ_DOCUMENT_FRAMEWORK, "f", clock);
  g_autoptr(PzStandardTree) tree = NULL;
  g_autoptr(PzStandardLinks) links = NULL;
  g_autoptr(GArray) of_a = NULL;
  g_autoptr(GArray) of_b = NULL;
  g_autoptr(GArray) of_c = NULL;
  PzRecord *outside;
  const PzStandardLink *link;

  pz_document_add_with_id (document, PZ_RECORD_STANDARD, "a");
  pz_document_add_with_id (document, PZ_RECORD_STANDARD, "b");
  pz_document_add_with_id (document, PZ_RECORD_STANDARD, "c");
  add_link (document, "isChildOf", "b", "a");
  add_link (document, "precedes", "a", "b");
  outside = add_link (document, "exactMatchOf", "a", "elsewhere");
  pz_record_set_text (outside, PZ_ASSOCIATION_DESTINATION_TITLE, "Other 7");
  pz_record_set_text (outside, PZ_ASSOCIATION_DESTINATION_URI, "https://example.org/7");
  pz_document_delete (document, add_link (document, "precedes", "a", "c"));
  add_link (document, "isRelatedTo", "c", "c");
  tree = pz_standard_tree_new (document);
  links = pz_standard_links_new (tree);

  of_a = pz_standard_links_list (links, item_of (tree, "a"));
  g_assert_cmpuint (of_a->len, ==, 2);
  link = &g_array_index (of_a, PzStandardLink, 0);
  g_assert_cmpstr (link->kind, ==, "precedes");
  g_assert_true (link->is_origin);
  g_assert_cmpuint (link->other, ==, item_of (tree, "b"));
  link = &g_array_index (of_a, PzStandardLink, 1);
  g_assert_cmpuint (link->other, ==, PZ_STANDARD_ROOT);
  g_assert_cmpstr (link->title, ==, "Other 7");
  g_assert_cmpstr (link->uri, ==, "https://example.org/7");

  of_b = pz_standard_links_list (links, item_of (tree, "b"));
  g_assert_cmpuint (of_b->len, ==, 1);
  link = &g_array_index (of_b, PzStandardLink, 0);
  g_assert_false (link->is_origin);
  g_assert_cmpuint (link->other, ==, item_of (tree, "a"));

  /* a link to itself stands there once */
  of_c = pz_standard_links_list (links, item_of (tree, "c"));
  g_assert_cmpuint (of_c->len, ==, 1);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/standard-links/stand-at-both-ends", test_stand_at_both_ends);
  return g_test_run ();
}
