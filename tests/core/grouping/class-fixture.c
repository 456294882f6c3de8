/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "class-fixture.h"

static PzClock *
make_clock (void)
{
  g_autoptr(PzEnvironment) environment = pz_environment_new_fixed ("/nowhere", G_GINT64_CONSTANT (1795392000000), 1);

  return pz_clock_new (environment, 7);
}

/* Ana and Ben speak Arabic, Ben and Caro Turkish; Dan says nothing. They are handed over in no order. */
PzGroupClass *
fixture_class (void)
{
  static const struct { const char *id, *name, *level, *languages, *access; } rows[] = {
    { "dan", "Dan", NULL, NULL, "lens:good" }, { "ben", "Ben", "moon", "Arabic; Turkish", "lens:bad" },
    { "ana", "Ana", "star", "Arabic", "lens:good" }, { "caro", "Caro", "star", "Turkish", NULL },
  };
  g_autoptr(PzClock) clock = make_clock ();
  g_autoptr(PzDocument) classroom = pz_document_new (PZ_DOCUMENT_CLASSROOM, "class", clock);
  g_autoptr(GPtrArray) learners = g_ptr_array_new_with_free_func (g_object_unref);
  PzRecord *moon = pz_document_add_with_id (classroom, PZ_RECORD_LEVEL, "moon");
  PzRecord *star = pz_document_add_with_id (classroom, PZ_RECORD_LEVEL, "star");

  pz_record_set_text (moon, PZ_LEVEL_POSITION, "b");
  pz_record_set_text (star, PZ_LEVEL_POSITION, "c");
  pz_record_set_text (pz_document_add_with_id (classroom, PZ_RECORD_LENS, "lens"), PZ_LENS_NAME, "Access");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PzDocument *document = pz_document_new (PZ_DOCUMENT_LEARNER, rows[i].id, clock);
      PzRecord *record = pz_document_get_owner (document);

      pz_record_set_text (record, PZ_LEARNER_GIVEN_NAME, rows[i].name);
      pz_record_set_text (record, PZ_LEARNER_LEVEL, rows[i].level);
      if (rows[i].languages != NULL)
        g_assert_true (pz_record_set_from_text (record, PZ_LEARNER_HOME_LANGUAGES, rows[i].languages, NULL));
      if (rows[i].access != NULL)
        pz_record_set_add (record, PZ_LEARNER_LENS_VALUES, rows[i].access);
      g_ptr_array_add (learners, document);
    }
  return pz_group_class_new (learners, classroom);
}
