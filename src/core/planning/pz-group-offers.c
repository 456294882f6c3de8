/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-offers.h"

#include "pz-position.h"

/* what every class can ask for */
static const struct
{
  const char *name;
  const char *value;
} usual[] = {
  { "readiness", "mixed:3" },          { "readiness", "similar:3" },        { "new-partners", "3" },
  { "spread", "home-languages:3" },    { "not-alone", "home-languages:3" }, { "alike", "interests:3" },
  { "different", "interests:3" },      { "alike", "strengths:3" },          { "different", "strengths:3" },
  { "spread", "supports:3" },
};

static void
offer_free (gpointer data)
{
  PzGroupOffer *offer = data;

  g_free (offer->name);
  g_free (offer->value);
  g_free (offer->label);
  g_free (offer);
}

/* nobody, to read names of fields and lenses */
static PzGroupClass *
class_of (PzDocument *classroom)
{
  g_autoptr(GPtrArray) nobody = g_ptr_array_new ();

  return pz_group_class_new (nobody, classroom);
}

/* readiness once: the problem has one number for each learner */
static gboolean
is_asked (const PzGroupRequest *self,
          const PzGroupWish    *offered)
{
  for (guint i = 0; i < self->settings->wishes->len; i++)
    {
      const PzGroupWish *wish = g_ptr_array_index (self->settings->wishes, i);

      if (wish->kind == offered->kind && (wish->kind == PZ_WISH_READINESS || g_strcmp0 (wish->field, offered->field) == 0))
        return TRUE;
    }
  return FALSE;
}

static void
offer (const PzGroupRequest *self,
       const PzGroupClass   *names,
       const char           *name,
       const char           *value,
       const char           *of,
       GPtrArray            *offers)
{
  g_autoptr(PzGroupSettings) settings = pz_group_settings_new ();
  g_autofree char *label = NULL;
  const PzGroupWish *wish;
  PzGroupOffer *made;

  if (!pz_group_settings_add (settings, name, value, NULL))
    return;
  wish = g_ptr_array_index (settings->wishes, 0);
  if (is_asked (self, wish))
    return;
  label = pz_group_wish_dup_label (wish, names);
  made = g_new0 (PzGroupOffer, 1);
  made->name = g_strdup (name);
  made->value = g_strdup (value);
  made->label = of != NULL ? g_strdup_printf ("%s (%s)", label, of) : g_steal_pointer (&label);
  g_ptr_array_add (offers, made);
}

static void
offer_measures (const PzGroupRequest *self,
                const PzGroupClass   *names,
                PzDocument           *classroom,
                GPtrArray            *offers)
{
  GListModel *measures = pz_document_get_records (classroom, PZ_RECORD_MEASURE);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr(PzRecord) measure = g_list_model_get_item (measures, i);
      g_autofree char *value = g_strdup_printf ("mixed:3:%s", pz_record_get_id (measure));

      if (!pz_record_is_deleted (measure))
        offer (self, names, "readiness", value, pz_record_get_text (measure, PZ_MEASURE_NAME), offers);
    }
}

static void
offer_lenses (const PzGroupRequest *self,
              const PzGroupClass   *names,
              PzDocument           *classroom,
              GPtrArray            *offers)
{
  g_autoptr(GPtrArray) lenses = pz_position_list (classroom, PZ_RECORD_LENS);

  for (guint i = 0; i < lenses->len; i++)
    {
      g_autofree char *value = g_strdup_printf ("%s:3", pz_record_get_id (lenses->pdata[i]));

      offer (self, names, "spread", value, NULL, offers);
    }
}

/**
 * pz_group_request_list_offers:
 * @self: what is asked for
 * @classroom: the document of the class
 *
 * Returns: (transfer full) (element-type PzGroupOffer): what may be asked for besides: the usual, readiness by a measure of
 *   the class, and lenses spread
 */
GPtrArray *
pz_group_request_list_offers (const PzGroupRequest *self,
                              PzDocument           *classroom)
{
  g_autoptr(PzGroupClass) names = NULL;
  GPtrArray *offers;

  g_return_val_if_fail (self != NULL && PZ_IS_DOCUMENT (classroom), NULL);

  names = class_of (classroom);
  offers = g_ptr_array_new_with_free_func (offer_free);
  for (gsize i = 0; i < G_N_ELEMENTS (usual); i++)
    offer (self, names, usual[i].name, usual[i].value, NULL, offers);
  offer_measures (self, names, classroom, offers);
  offer_lenses (self, names, classroom, offers);
  return offers;
}

/**
 * pz_group_request_dup_label:
 * @self: what is asked for
 * @nth: of its wishes, from 0: a criterion
 * @classroom: the document of the class
 *
 * Returns: (transfer full): what it asks for, translated
 */
char *
pz_group_request_dup_label (const PzGroupRequest *self,
                            guint                 nth,
                            PzDocument           *classroom)
{
  g_autoptr(PzGroupClass) names = NULL;

  g_return_val_if_fail (self != NULL && nth < self->settings->wishes->len && PZ_IS_DOCUMENT (classroom), NULL);

  names = class_of (classroom);
  return pz_group_wish_dup_label (g_ptr_array_index (self->settings->wishes, nth), names);
}

/**
 * pz_group_request_add:
 * @self: what is asked for
 * @name: of an offer
 * @value: of the offer
 *
 * Asks for it, too.
 *
 * Returns: whether it was understood
 */
gboolean
pz_group_request_add (PzGroupRequest *self,
                      const char     *name,
                      const char     *value)
{
  g_return_val_if_fail (self != NULL && name != NULL && value != NULL, FALSE);

  return pz_group_settings_add (self->settings, name, value, NULL);
}
