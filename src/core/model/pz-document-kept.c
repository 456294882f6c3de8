/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-document-private.h"

/* What a document keeps beside its records: the devices that stamps count on, and what a newer version wrote. */

/**
 * pz_document_get_devices:
 *
 * Returns: (transfer none) (element-type guint64): devices in the order of the file, which stamps count on
 */
GArray *
pz_document_get_devices (PzDocument *self)
{
  return self->devices;
}

/**
 * pz_document_device_index:
 * @device: whose place is asked for; it gets one when it has none
 *
 * Returns: the place in pz_document_get_devices()
 */
guint
pz_document_device_index (PzDocument *self,
                          guint64     device)
{
  for (guint i = 0; i < self->devices->len; i++)
    if (g_array_index (self->devices, guint64, i) == device)
      return i;
  g_array_append_val (self->devices, device);
  return self->devices->len - 1;
}

/**
 * pz_document_get_unknown:
 *
 * Returns: (transfer none) (element-type PzUnknown): members a newer version wrote
 */
GPtrArray *
pz_document_get_unknown (PzDocument *self)
{
  return self->unknown;
}

/**
 * pz_document_get_unknown_stamps:
 *
 * Returns: (transfer none) (element-type PzUnknown): stamps of records of types a newer version knows
 */
GPtrArray *
pz_document_get_unknown_stamps (PzDocument *self)
{
  return self->unknown_stamps;
}

/**
 * pz_document_get_unknown_in_stamps:
 *
 * Returns: (transfer none) (element-type PzUnknown): members of the stamps section that a newer version wrote
 */
GPtrArray *
pz_document_get_unknown_in_stamps (PzDocument *self)
{
  return self->unknown_in_stamps;
}

/**
 * pz_document_count_pending:
 *
 * Returns: how many writes no synchronisation has numbered yet
 */
guint
pz_document_count_pending (PzDocument *self)
{
  g_autoptr(GPtrArray) all = NULL;
  guint n = 0;

  g_return_val_if_fail (PZ_IS_DOCUMENT (self), 0);

  all = pz_document_get_all (self);
  for (guint i = 0; i < all->len; i++)
    n += pz_record_count_pending (g_ptr_array_index (all, i));
  return n;
}
