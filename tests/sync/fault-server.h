/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What servers and networks do wrong, one switch each; in brackets the requests that are affected. */
typedef enum
{
  FAULT_NONE,
  FAULT_DROP_BEFORE_BODY,   /* closes once the headers came [PUT] */
  FAULT_DROP_IN_BODY,       /* closes in the middle of the body; nothing is stored [PUT] */
  FAULT_DROP_AFTER_STORING, /* stores all, closes without an answer [PUT] */
  FAULT_TORN,               /* stores half, closes without an answer [PUT] */
  FAULT_TORN_201,           /* stores half, says that it was stored [PUT] */
  FAULT_STATUS_401,         /* [all] */
  FAULT_STATUS_403,         /* [PUT, DELETE, MKCOL] */
  FAULT_STATUS_413,         /* [PUT] */
  FAULT_STATUS_423,         /* [PUT, DELETE, MKCOL] */
  FAULT_STATUS_429,         /* with Retry-After: 120 [all] */
  FAULT_STATUS_500,         /* [all] */
  FAULT_STATUS_503,         /* with Retry-After: a moment 90 s from now [all] */
  FAULT_STATUS_507,         /* [PUT] */
  FAULT_REDIRECT_HERE,      /* to another path of this server, which serves it [all] */
  FAULT_REDIRECT_LOOP,      /* to itself [all] */
  FAULT_REDIRECT_AWAY,      /* to another host [all] */
  FAULT_REDIRECT_LOGIN,     /* to a page of this server [all] */
  FAULT_PAGE,               /* 200 with a web page [all] */
  FAULT_CUT,                /* closes after half of the body [GET, PROPFIND] */
  FAULT_WRONG_LENGTH,       /* announces and sends half of the body [GET] */
  FAULT_STALE_LISTING,      /* lists what was there when this was set [PROPFIND] */
  FAULT_NO_ETAG,            /* [PROPFIND] */
  FAULT_NO_LENGTH,          /* no getcontentlength [PROPFIND] */
  FAULT_HREF_UPPER,         /* every byte of a path encoded, in upper case [PROPFIND] */
  FAULT_HREF_LOWER,         /* every byte of a path encoded, in lower case [PROPFIND] */
  FAULT_HREF_ABSOLUTE,      /* with host and all [PROPFIND] */
  FAULT_HREF_OTHER,         /* the listing is one of another folder [PROPFIND] */
  FAULT_CONSTANT_ETAG,      /* the same for all [PROPFIND, GET] */
  FAULT_GZIP_ETAG,          /* with -gzip at its end [PROPFIND, GET] */
  FAULT_REPLAY_PUT,         /* what was deleted is there again [DELETE] */
  FAULT_SLOW,               /* 1 kB/s [GET] */
  FAULT_DATE,               /* a clock that is 400 days ahead [all] */
  FAULT_SILENT,             /* takes the request and never answers [all] */
  FAULT_HOLD,               /* waits until four requests came, and a while longer [all] */
} Fault;

/* A WebDAV server of one folder, in memory, in its own thread, at http://127.0.0.1. It may be asked from any thread. */
typedef struct _FaultServer FaultServer;

FaultServer *fault_server_new         (void);
void         fault_server_free        (FaultServer *self);
/* address of the folder of a class, which is there and empty; its name has a blank */
const char  *fault_server_get_address (FaultServer *self);
/* the next @times requests that the fault affects are done wrong; G_MAXUINT: all */
void         fault_server_set         (FaultServer *self,
                                       Fault        fault,
                                       guint        times);
/* "basic" or "digest": from now on a request needs the user "ada" with this password */
void         fault_server_set_account (FaultServer *self,
                                       const char  *scheme,
                                       const char  *password);
/* what the server really holds under a name; NULL: nothing */
GBytes      *fault_server_dup_file    (FaultServer *self,
                                       const char  *name);
void         fault_server_set_file    (FaultServer *self,
                                       const char  *name,
                                       const char  *text);
void         fault_server_set_bytes   (FaultServer *self,
                                       const char  *name,
                                       GBytes      *bytes);
void         fault_server_drop_folder (FaultServer *self);
/* requests that came since the last reset; of one method, or of all with NULL */
guint        fault_server_count       (FaultServer *self,
                                       const char  *method);
void         fault_server_reset_count (FaultServer *self);
/* the most requests that were held at the same time */
guint        fault_server_most_held   (FaultServer *self);
/* the headers of the last request of a method, "Name: value" and a line end each; NULL: none came */
char        *fault_server_dup_headers (FaultServer *self,
                                       const char  *method);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultServer, fault_server_free)

G_END_DECLS
