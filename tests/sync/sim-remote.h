/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-keyring.h"
#include "pz-random.h"
#include "pz-remote.h"

G_BEGIN_DECLS

/* The folder of a class on a server that misbehaves in every way that servers, proxies and networks were seen to:
 * requests are lost, answers too, files are cut and stay visible, also with a good answer, uploads come again late,
 * listings are old, downloads are cut, deletions fail. */
#define SIM_TYPE_REMOTE (sim_remote_get_type ())
G_DECLARE_FINAL_TYPE (SimRemote, sim_remote, SIM, REMOTE, GObject)

/* called before each request while there is chaos: others do something meanwhile */
typedef void (*SimMeanwhile) (gpointer user_data);

SimRemote *sim_remote_new         (PzRandom     *random,
                                   SimMeanwhile  meanwhile,
                                   gpointer      user_data);
void       sim_remote_calm_down   (SimRemote    *self);
guint      sim_remote_get_count   (SimRemote    *self);
guint      sim_remote_get_n_files (SimRemote    *self);
/* the server itself is saved, and comes back as it was then */
void       sim_remote_back_up     (SimRemote    *self);
gboolean   sim_remote_restore     (SimRemote    *self);
/* every key there ever was, when all that lies there has to be sealed; borrowed */
void       sim_remote_set_keyring (SimRemote    *self,
                                   const PzKeyring *keyring);
/* whether something of the class lies there that anybody can read */
gboolean   sim_remote_has_open    (SimRemote    *self);
/* everything that lies there or in a backup of it, or is on its way, as JSON */
void       sim_remote_gather      (SimRemote    *self,
                                   GString      *out);
/* what lies there or in a backup of it; aside: (nullable): names of files that are left out */
void       sim_remote_gather_firm (SimRemote    *self,
                                   GPtrArray    *aside,
                                   GString      *out);
/* The same of what lies there now. names: (nullable): of files that are left out; or, when only_them, that alone count */
void       sim_remote_gather_files (SimRemote   *self,
                                   GPtrArray    *names,
                                   gboolean      only_them,
                                   GString      *out);
/* keeps answers alone, of the next uploads: for cases that are made by hand */
void       sim_remote_plan_puts   (SimRemote    *self,
                                   const char   *plan);
/* after so many requests the network is gone; -1: it is there. cancellable: (nullable): cancelled instead */
void       sim_remote_end_after   (SimRemote    *self,
                                   int           n_requests,
                                   GCancellable *cancellable);
/* every object that was ever stored whole, whatever became of it; name -> GBytes */
GHashTable *sim_remote_get_archive (SimRemote   *self);
GHashTable *sim_remote_get_files  (SimRemote    *self);

G_END_DECLS
