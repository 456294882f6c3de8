/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz-driver.h"
#include "pz-name-list.h"

const char *const pz_fuzz_dictionary[] = {
  "\n", "\r", "\t", ";", ",", ", ", "1. ", "(2) ", "- ", "• ", "van der ", "de la ", "al-", "Jr.", "y", "Vorname",
  "Nachname", "\xE2\x80\xA8", "\xEF\xBB\xBF", "\xC2\xA0", "\xE2\x80\xAE", "Anna", "Koch",
  NULL,
};

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(PzRosterMessages) messages = pz_roster_messages_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = pz_name_list_parse ((const char *) data, (gssize) size, messages, &error);

  g_assert_true ((people == NULL) == (error != NULL));
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const PzRosterPerson *person = g_ptr_array_index (people, i);

      g_assert_true (person->given_name != NULL || person->family_name != NULL);
      g_assert_true (person->given_name == NULL || g_utf8_validate (person->given_name, -1, NULL));
      g_assert_true (person->family_name == NULL || g_utf8_validate (person->family_name, -1, NULL));
      g_assert_cmpuint (person->line, >, 0);
    }
  return 0;
}
