/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-attention-source.h"

/**
 * pz_attention_source_new:
 * @id: (nullable): of a learner
 *
 * Returns: (transfer full): one without contacts and absences
 */
PzAttentionSource *
pz_attention_source_new (const char *id)
{
  PzAttentionSource *self = g_new0 (PzAttentionSource, 1);

  self->id = g_strdup (id);
  self->contacts = g_array_new (FALSE, FALSE, sizeof (PzAttentionContact));
  self->absences = pz_day_spans_new (NULL, 0);
  return self;
}

/**
 * pz_attention_source_add:
 * @self: a source that is being made
 * @day: (nullable): `YYYY-MM-DD`; a contact without a day is left out
 * @minutes: NaN when not noted
 * @one_to_one: whether it was a talk with this learner alone
 */
void
pz_attention_source_add (PzAttentionSource *self,
                         const char        *day,
                         double             minutes,
                         gboolean           one_to_one)
{
  PzAttentionContact contact = { pz_day_from_text (day), minutes, one_to_one };

  g_return_if_fail (self != NULL);

  if (contact.day > 0)
    g_array_append_val (self->contacts, contact);
}

/**
 * pz_attention_source_free:
 * @self: (transfer full): a source
 */
void
pz_attention_source_free (PzAttentionSource *self)
{
  g_free (self->id);
  g_array_unref (self->contacts);
  pz_day_spans_unref (self->absences);
  g_free (self);
}
