/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-presets.h"

#include <glib/gi18n-lib.h>

#define MOST_IMPORTANT 5.0

static const struct
{
  const char *label;
  const char *wishes;
} presets[PZ_N_PRESETS + 1] = {
  [PZ_PRESET_MIXED] = { NC_("preset", "Mixed readiness"), "readiness mixed:3\nspread home-languages:2\nnew-partners 3:6\n" },
  [PZ_PRESET_SIMILAR] = { NC_("preset", "Similar readiness"), "readiness similar:4\nnew-partners 1:6\n" },
  [PZ_PRESET_INTERESTS] = { NC_("preset", "Shared interests"), "alike interests:4\nnew-partners 1:6\n" },
  [PZ_PRESET_LANGUAGES] = { NC_("preset", "Language buddies"), "not-alone home-languages:4\nreadiness mixed:2\n" },
  [PZ_PRESET_NEW_PARTNERS] = { NC_("preset", "New partners"), "new-partners 5:6\nreadiness mixed:1\n" },
  [PZ_PRESET_CHANCE] = { NC_("preset", "By chance"), "" },
  [PZ_PRESET_OWN] = { NC_("preset", "My own mixture"), NULL },
};

/**
 * pz_group_preset_get_label:
 * @preset: any, also one's own mixture
 *
 * Returns: what it is called, translated
 */
const char *
pz_group_preset_get_label (PzGroupPreset preset)
{
  g_return_val_if_fail (preset <= PZ_PRESET_OWN, NULL);

  return g_dpgettext2 (NULL, "preset", presets[preset].label);
}

/* criteria, or rules; (transfer full) */
static char *
write_wishes (const PzGroupRequest *self,
              gboolean              rules)
{
  g_autoptr(PzGroupSettings) part = pz_group_settings_new ();
  char *text;

  for (guint i = 0; i < self->settings->wishes->len; i++)
    {
      PzGroupWish *wish = g_ptr_array_index (self->settings->wishes, i);

      if (pz_group_wish_is_rule (wish) == rules)
        g_ptr_array_add (part->wishes, wish);
    }
  text = pz_group_settings_to_text (part);
  g_ptr_array_set_free_func (part->wishes, NULL); /* they belong to self */
  return text;
}

/* asks for criteria and rules, both as lines, from now on */
static void
set_wishes (PzGroupRequest *self,
            const char     *criteria,
            const char     *rules)
{
  g_autofree char *text = g_strconcat (criteria, rules, NULL);
  PzGroupSettings *settings = pz_group_settings_parse (text, NULL);

  g_return_if_fail (settings != NULL);

  pz_group_settings_free (self->settings);
  self->settings = settings;
}

/**
 * pz_group_request_get_preset:
 * @self: what is asked for
 *
 * Returns: which preset has these criteria, whatever the rules and sizes
 */
PzGroupPreset
pz_group_request_get_preset (const PzGroupRequest *self)
{
  g_autofree char *criteria = NULL;
  PzGroupPreset preset = 0;

  g_return_val_if_fail (self != NULL, PZ_PRESET_OWN);

  criteria = write_wishes (self, FALSE);
  while (preset < PZ_N_PRESETS && !g_str_equal (presets[preset].wishes, criteria))
    preset++;
  return preset;
}

/**
 * pz_group_request_set_preset:
 * @self: what is asked for
 * @preset: not one's own mixture
 *
 * Asks for its criteria instead of those before; rules and sizes stay.
 */
void
pz_group_request_set_preset (PzGroupRequest *self,
                             PzGroupPreset   preset)
{
  g_autofree char *rules = NULL;

  g_return_if_fail (self != NULL && preset < PZ_N_PRESETS);

  rules = write_wishes (self, TRUE);
  set_wishes (self, presets[preset].wishes, rules);
}

/**
 * pz_group_request_set_importance:
 * @self: what is asked for
 * @nth: of its wishes, from 0: a criterion
 * @importance: 0 for off, to 5
 */
void
pz_group_request_set_importance (PzGroupRequest *self,
                                 guint           nth,
                                 double          importance)
{
  PzGroupWish *wish;

  g_return_if_fail (self != NULL && nth < self->settings->wishes->len);
  g_return_if_fail (importance >= 0 && importance <= MOST_IMPORTANT);

  wish = g_ptr_array_index (self->settings->wishes, nth);
  wish->importance = importance;
  wish->must = FALSE;
}

/**
 * pz_group_request_remove:
 * @self: what is asked for
 * @nth: of its wishes, from 0
 *
 * Asks for it no longer.
 */
void
pz_group_request_remove (PzGroupRequest *self,
                         guint           nth)
{
  g_return_if_fail (self != NULL && nth < self->settings->wishes->len);

  g_ptr_array_remove_index (self->settings->wishes, nth);
}

/**
 * pz_group_request_add_rule:
 * @self: what is asked for
 * @kind: %PZ_WISH_TOGETHER or %PZ_WISH_APART
 * @learners: (array zero-terminated=1): ids of two or more
 *
 * Asks for a rule that has to hold, unless it is there already.
 *
 * Returns: whether it is a new one
 */
gboolean
pz_group_request_add_rule (PzGroupRequest    *self,
                           PzGroupWishKind    kind,
                           const char *const *learners)
{
  g_autofree char *people = NULL;
  g_autofree char *value = NULL;
  const PzGroupWish *wish;

  g_return_val_if_fail (self != NULL && learners != NULL && learners[0] != NULL && learners[1] != NULL, FALSE);
  g_return_val_if_fail (kind == PZ_WISH_TOGETHER || kind == PZ_WISH_APART, FALSE);

  for (guint i = 0; (wish = pz_group_request_find (self, kind, i)) != NULL; i++)
    {
      guint k = 0;

      while (learners[k] != NULL && g_strv_contains ((const char *const *) wish->learners, learners[k]))
        k++;
      if (learners[k] == NULL && k == g_strv_length (wish->learners))
        return FALSE;
    }
  people = g_strjoinv (",", (char **) learners);
  value = g_strconcat (people, ":must", NULL);
  return pz_group_settings_add (self->settings, kind == PZ_WISH_TOGETHER ? "together" : "apart", value, NULL);
}

/**
 * pz_group_request_raise_new_partners:
 * @self: what is asked for
 *
 * Makes new partners count most, whatever else is asked for.
 */
void
pz_group_request_raise_new_partners (PzGroupRequest *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->settings->wishes->len; i++)
    {
      PzGroupWish *wish = g_ptr_array_index (self->settings->wishes, i);

      if (wish->kind == PZ_WISH_NEW_PARTNERS)
        {
          wish->importance = MOST_IMPORTANT;
          return;
        }
    }
  pz_group_settings_add (self->settings, "new-partners", "5", NULL);
}
