/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-roster-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * pz_roster_person_new:
 *
 * Returns: (transfer full): an active person of whom nothing is known
 */
PzRosterPerson *
pz_roster_person_new (void)
{
  PzRosterPerson *self = g_new0 (PzRosterPerson, 1);

  self->active = TRUE;
  return self;
}

/**
 * pz_roster_person_free:
 * @self: a person
 */
void
pz_roster_person_free (PzRosterPerson *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->sourced_id);
  g_free (self->identifier);
  g_free (self->given_name);
  g_free (self->family_name);
  g_free (self->preferred_name);
  g_free (self->middle_name);
  g_free (self->preferred_middle_name);
  g_free (self->preferred_family_name);
  g_free (self->pronouns);
  g_free (self->level);
  g_free (self->birth_date);
  g_free (self->email);
  g_free (self->phone);
  g_free (self->notes);
  g_strfreev (self->home_languages);
  g_strfreev (self->strengths);
  g_strfreev (self->needs);
  g_strfreev (self->interests);
  g_strfreev (self->supports);
  g_strfreev (self->grades);
  g_strfreev (self->agents);
  g_strfreev (self->orgs);
  g_clear_pointer (&self->contacts, g_ptr_array_unref);
  g_clear_pointer (&self->demographics, g_hash_table_unref);
  g_free (self);
}

/**
 * pz_roster_person_dup_name:
 * @self: a person
 *
 * Returns: (transfer full): given and family name with a blank between, or what there is of them
 */
char *
pz_roster_person_dup_name (const PzRosterPerson *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->given_name == NULL || self->family_name == NULL)
    return g_strdup (self->given_name != NULL ? self->given_name
                                              : self->family_name != NULL ? self->family_name : "");
  return g_strjoin (" ", self->given_name, self->family_name, NULL);
}

static void
append_word_break (GString *words)
{
  if (words->len > 0 && words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
}

static void
fold_any (GString    *words,
          const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *folded = g_utf8_casefold (valid, -1);
  g_autofree char *normal = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);

  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_ismark (c))
        continue;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (words, c);
      else
        append_word_break (words);
    }
}

/* the same for ASCII, which nearly all headers, roles and ids are: a tenth of the time */
static void
fold_ascii (GString    *words,
            const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_isalnum (*text))
      g_string_append_c (words, g_ascii_tolower (*text));
    else
      append_word_break (words);
}

/**
 * pz_roster_fold:
 * @text: anything
 *
 * For comparing: without accents, case, and marks; words are separated by one blank.
 *
 * Returns: (transfer full): the words of @text
 */
char *
pz_roster_fold (const char *text)
{
  GString *words;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_string_sized_new (strlen (text));
  if (g_str_is_ascii (text))
    fold_ascii (words, text);
  else
    fold_any (words, text);
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);
  return g_string_free (words, FALSE);
}

static gboolean
take_words (GPtrArray  *words,
            const char *name,
            gboolean    needed)
{
  g_autofree char *folded = pz_roster_fold (name != NULL ? name : "");
  g_auto(GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint index;

      if (*parts[i] == '\0')
        continue;
      if (g_ptr_array_find_with_equal_func (words, parts[i], g_str_equal, &index))
        g_ptr_array_remove_index (words, index);
      else if (needed)
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_roster_person_is_called:
 * @self: a person
 * @name: a name as somebody wrote it, in any order, with or without middle name, accents and capitals
 *
 * Returns: %TRUE when @name is made of all words of the given and family name, and of no others but the middle name
 */
gboolean
pz_roster_person_is_called (const PzRosterPerson *self,
                            const char           *name)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folded = NULL;
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  folded = pz_roster_fold (name);
  if (*folded == '\0' || (self->given_name == NULL && self->family_name == NULL))
    return FALSE;
  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (words, g_strdup (parts[i]));
  if (!take_words (words, self->given_name, TRUE) || !take_words (words, self->family_name, TRUE))
    return FALSE;
  take_words (words, self->middle_name, FALSE);
  return words->len == 0;
}

/**
 * pz_roster_role_from_text:
 * @text: a role as OneRoster and its neighbours write it, in any case
 *
 * Returns: the role; %PZ_ROSTER_ROLE_NONE for empty, %PZ_ROSTER_ROLE_OTHER for one that is not known
 */
PzRosterRole
pz_roster_role_from_text (const char *text)
{
  static const struct { const char *word; PzRosterRole role; } roles[] = {
    { "student", PZ_ROSTER_ROLE_STUDENT },   { "learner", PZ_ROSTER_ROLE_STUDENT },
    { "pupil", PZ_ROSTER_ROLE_STUDENT },     { "teacher", PZ_ROSTER_ROLE_TEACHER },
    { "instructor", PZ_ROSTER_ROLE_TEACHER }, { "aide", PZ_ROSTER_ROLE_AIDE },
    { "parent", PZ_ROSTER_ROLE_GUARDIAN },   { "guardian", PZ_ROSTER_ROLE_GUARDIAN },
    { "relative", PZ_ROSTER_ROLE_GUARDIAN },
  };
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, PZ_ROSTER_ROLE_NONE);

  folded = pz_roster_fold (text);
  if (*folded == '\0')
    return PZ_ROSTER_ROLE_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (folded, roles[i].word))
      return roles[i].role;
  return PZ_ROSTER_ROLE_OTHER;
}

/* of a relation: the word of OneRoster, and the one for people */
static const struct { const char *word; const char *label; } relations[PZ_ROSTER_N_RELATIONS] = {
  [PZ_ROSTER_RELATION_NONE] = { "", NULL },
  [PZ_ROSTER_RELATION_PARENT] = { "parent", NC_("contact", "Parent") },
  [PZ_ROSTER_RELATION_GUARDIAN] = { "guardian", NC_("contact", "Guardian") },
  [PZ_ROSTER_RELATION_RELATIVE] = { "relative", NC_("contact", "Relative") },
  [PZ_ROSTER_RELATION_AIDE] = { "aide", NC_("contact", "Aide") },
};

/**
 * pz_roster_relation_from_text:
 * @text: a role as OneRoster writes it, in any case
 *
 * Returns: what somebody of that role is to learners; %PZ_ROSTER_RELATION_NONE for all other roles
 */
PzRosterRelation
pz_roster_relation_from_text (const char *text)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (text != NULL, PZ_ROSTER_RELATION_NONE);

  folded = pz_roster_fold (text);
  for (gsize i = 0; i < G_N_ELEMENTS (relations); i++)
    if (g_str_equal (folded, relations[i].word))
      return (PzRosterRelation) i;
  return PZ_ROSTER_RELATION_NONE;
}

/**
 * pz_roster_relation_to_name:
 * @relation: one of them
 *
 * Returns: the word OneRoster has for it, the same in every language; empty for none
 */
const char *
pz_roster_relation_to_name (PzRosterRelation relation)
{
  g_return_val_if_fail (relation < PZ_ROSTER_N_RELATIONS, NULL);

  return relations[relation].word;
}

/**
 * pz_roster_relation_to_label:
 * @relation: one of them
 *
 * Returns: (nullable): the word for it, translated; %NULL for none
 */
const char *
pz_roster_relation_to_label (PzRosterRelation relation)
{
  g_return_val_if_fail (relation < PZ_ROSTER_N_RELATIONS, NULL);

  if (relations[relation].label == NULL)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "contact", relations[relation].label);
}

/**
 * pz_roster_split_list:
 * @text: a cell with several entries
 * @separators: the characters between them
 *
 * Returns: (transfer full) (nullable): the entries without blanks around them, none empty, none twice; %NULL when
 *   there is none
 */
char **
pz_roster_split_list (const char *text,
                      const char *separators)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new ();
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL && separators != NULL, NULL);

  parts = g_strsplit_set (text, separators, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (*parts[i] != '\0' && g_hash_table_add (seen, parts[i]))
        g_ptr_array_add (list, g_strdup (parts[i]));
    }
  if (list->len == 0)
    return NULL;
  g_ptr_array_add (list, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&list), FALSE);
}
