/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-exit.h"

#include "pz-error.h"
#include "pz-sync-error.h"

#include <gio/gio.h>

static PzExit
from_own (PzError code)
{
  switch (code)
    {
    case PZ_ERROR_NOT_FOUND:
      return PZ_EXIT_USAGE;
    case PZ_ERROR_TOO_NEW:
    case PZ_ERROR_CORRUPT:
    case PZ_ERROR_TOO_LARGE:
    case PZ_ERROR_SYNTAX:
    case PZ_ERROR_INVALID:
    case PZ_ERROR_NOT_SUPPORTED:
      return PZ_EXIT_BAD_DATA;
    case PZ_ERROR_READ_ONLY:
    case PZ_ERROR_EXISTS:
    case PZ_ERROR_NO_SPACE:
    case PZ_ERROR_IO:
      return PZ_EXIT_CANNOT_WRITE;
    case PZ_ERROR_LOCKED:
    case PZ_ERROR_CHANGED:
    case PZ_ERROR_UNCERTAIN:
      return PZ_EXIT_TRY_AGAIN;
    case PZ_ERROR_NOT_SAFE:
      return PZ_EXIT_CONFIGURATION;
    case PZ_ERROR_FAILED:
    default:
      return PZ_EXIT_PROBLEMS;
    }
}

static PzExit
from_gio (GIOErrorEnum code)
{
  switch (code)
    {
    case G_IO_ERROR_HOST_NOT_FOUND:
    case G_IO_ERROR_HOST_UNREACHABLE:
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_CONNECTION_REFUSED:
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_TIMED_OUT:
      return PZ_EXIT_OFFLINE;
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_IS_DIRECTORY:
    case G_IO_ERROR_NOT_DIRECTORY:
      return PZ_EXIT_USAGE;
    case G_IO_ERROR_INVALID_DATA:
      return PZ_EXIT_BAD_DATA;
    case G_IO_ERROR_EXISTS:
    case G_IO_ERROR_NO_SPACE:
    case G_IO_ERROR_READ_ONLY:
    case G_IO_ERROR_PERMISSION_DENIED:
      return PZ_EXIT_CANNOT_WRITE;
    case G_IO_ERROR_BUSY:
    case G_IO_ERROR_CANCELLED:
      return PZ_EXIT_TRY_AGAIN;
    default:
      return PZ_EXIT_PROBLEMS;
    }
}

static PzExit
from_sync (PzSyncError code)
{
  switch (code)
    {
    case PZ_SYNC_ERROR_OFFLINE:
    case PZ_SYNC_ERROR_NOT_THE_SERVER:
      return PZ_EXIT_OFFLINE;
    case PZ_SYNC_ERROR_SIGN_IN:
    case PZ_SYNC_ERROR_PASSPHRASE:
      return PZ_EXIT_SIGN_IN;
    case PZ_SYNC_ERROR_READ_ONLY:
    case PZ_SYNC_ERROR_FULL:
      return PZ_EXIT_CANNOT_WRITE;
    case PZ_SYNC_ERROR_NOT_FOUND:
    case PZ_SYNC_ERROR_OTHER_CLASS:
    case PZ_SYNC_ERROR_CERTIFICATE:
      return PZ_EXIT_CONFIGURATION;
    case PZ_SYNC_ERROR_TOO_NEW:
    case PZ_SYNC_ERROR_DAMAGED:
    case PZ_SYNC_ERROR_TOO_LARGE:
      return PZ_EXIT_BAD_DATA;
    case PZ_SYNC_ERROR_NOT_SET_UP:
      return PZ_EXIT_USAGE;
    case PZ_SYNC_ERROR_FAILED:
    default:
      return PZ_EXIT_PROBLEMS;
    }
}

/**
 * pz_exit_from_error:
 * @error: (nullable): what a library said
 *
 * Returns: the status the program ends with; %PZ_EXIT_DONE for no error, %PZ_EXIT_PROBLEMS for what has no other
 */
PzExit
pz_exit_from_error (const GError *error)
{
  if (error == NULL)
    return PZ_EXIT_DONE;
  if (error->domain == PZ_ERROR)
    return from_own ((PzError) error->code);
  if (error->domain == PZ_SYNC_ERROR)
    return from_sync ((PzSyncError) error->code);
  if (error->domain == G_OPTION_ERROR)
    return PZ_EXIT_USAGE;
  if (error->domain == G_RESOLVER_ERROR)
    return PZ_EXIT_OFFLINE;
  if (error->domain == G_CONVERT_ERROR)
    return PZ_EXIT_BAD_DATA;
  if (error->domain == G_IO_ERROR)
    return from_gio ((GIOErrorEnum) error->code);
  return PZ_EXIT_PROBLEMS;
}
