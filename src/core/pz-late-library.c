/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-late-library.h"

#include "pz-error.h"

#include <glib/gi18n-lib.h>

static gboolean
find_functions (GModule             *module,
                const PzLateLibrary *self)
{
  for (gsize i = 0; i < self->n_symbols; i++)
    if (!g_module_symbol (module, self->symbols[i], (gpointer *) &self->functions[i]))
      return FALSE;
  return TRUE;
}

static gboolean
open_locked (PzLateLibrary  *self,
             GError        **error)
{
  GModule *module = g_module_open (self->name, G_MODULE_BIND_LOCAL | G_MODULE_BIND_LAZY);

  if (module == NULL)
    {
      /* Translators: %s is the file name of a library of the system, such as "libical.so.3" */
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED, _ ("“%s” is not installed on this computer"), self->name);
      return FALSE;
    }
  if (!find_functions (module, self))
    {
      /* Translators: %s is the file name of a library of the system, such as "libical.so.3" */
      g_set_error (error, PZ_ERROR, PZ_ERROR_NOT_SUPPORTED, _ ("“%s” on this computer is not a version that can be used"),
                   self->name);
      g_module_close (module);
      return FALSE;
    }
  g_module_make_resident (module);
  return TRUE;
}

/**
 * pz_late_library_open:
 * @self: a library, with its functions in static memory
 * @error: %PZ_ERROR_NOT_SUPPORTED when it is missing here, or lacks a function
 *
 * Opens it at the first call; it stays open until the program ends. One that was missing is looked for again. From any
 * thread, but the first call may take 10 ms and more: not on the main loop.
 *
 * Returns: whether its functions may be called
 */
gboolean
pz_late_library_open (PzLateLibrary  *self,
                      GError        **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!g_atomic_int_get (&self->is_open))
    {
      g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

      if (!self->is_open && !open_locked (self, error))
        return FALSE;
      g_atomic_int_set (&self->is_open, TRUE);
    }
  return TRUE;
}
